import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { address } from './open-page.ts'

/** A plan of an invented county, with a heading that lost a bracket, page numbers and an unfinished date. */
export const qinghePlan = {
  name: 'qinghe-plan.txt',
  bytes: readFileSync(new URL('../fixtures/qinghe-plan.txt', import.meta.url)),
}

/** Hands a file to the library page as a person would. */
export async function giveFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.goto(`${address}/plans`)
  await page
    .getByLabel('选择文件')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

/** Brings a plan to the desk. */
export async function openPlan(page: Page, { name, bytes } = qinghePlan): Promise<void> {
  await giveFile(page, name, bytes)
  await page.waitForURL(`${address}/plans/read`)
  await page.getByRole('listbox', { name: '结构' }).waitFor()
}
