import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'
import { address, shift, today } from './house.ts'

export { address, today }

export const phone = { width: 360, height: 740 }
export const desk = { width: 1440, height: 900 }

let browser: Promise<Browser> | undefined
const contexts: BrowserContext[] = []

/** What a page said on its console or threw: a sound page says nothing. */
export const complaints: string[] = []

/** A page of a family that was never here before. Every page opened is closed at the end of the file. */
export async function openPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  browser ??= chromium.connect(inject('browserEndpoint'))
  const context = await (
    await browser
  ).newContext({ viewport: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
  context.setDefaultTimeout(60_000)
  contexts.push(context)
  if (options.javaScriptEnabled !== false) await context.addInitScript(tellTimeByHouse, shift)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return page
}

/** Runs in the page: its day is the house's, whose people were drawn for that day. */
function tellTimeByHouse(milliseconds: number): void {
  const Machine = Date
  globalThis.Date = class extends Machine {
    constructor(...parts: readonly []) {
      if (parts.length === 0) super(Machine.now() + milliseconds)
      else super(...parts)
    }
    static override now(): number {
      return Machine.now() + milliseconds
    }
  } as DateConstructor
}

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  await (await browser)?.close()
})
