import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answerQuestions, reply } from '../browser/answer-questions.ts'
import { keepHousehold, xiananFamily } from '../browser/household.ts'
import { address, complaints, desk, openPage, phone } from '../browser/open-page.ts'
import { axeFindings, layoutFaults } from '../browser/see.ts'

const when = 'on=2026-01-15'
const pages: readonly (readonly [name: string, path: string, ready: string | RegExp])[] = [
  ['the list of places', '/', /咸安区|Xian.an/u],
  ['the first question', '/beijing', /北京市|Beijing/u],
  ['questions and answers', `/xianan?${when}`, /每学期 500 元|500 yuan/u],
  ['the timeline', `/xianan/timeline?${when}`, /从怀孕到六岁|From pregnancy/u],
  ['the comparison', `/xianan/compare?${when}`, /项不一样|different/u],
  ['a shared benefit', '/xianan/benefit/nursery-enrolment-aid', /500/u],
  ['an unknown place', '/atlantis', /没有这个地方|no such place/u],
]

async function open(path: string, ready: string | RegExp, options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage(options)
  if (!path.startsWith('/beijing')) await keepHousehold(page, xiananFamily)
  await page.goto(`${address}${path}`)
  await page.getByText(ready).first().waitFor()
  return page
}

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_name, viewport) => {
  it.each(pages)('%s is clean by axe, folded and unfolded', async (_page, path, ready) => {
    const page = await open(path, ready, { viewport })
    expect(await axeFindings(page)).toEqual([])
    await unfold(page)
    expect(await axeFindings(page)).toEqual([])
  })
})

describe.each([
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }, null],
  ['on a phone', { viewport: phone }, null],
  ['on a desk at 200 % zoom', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }, null],
  ['on a phone with letters twice as large', { viewport: phone }, '200%'],
] as const)('%s', (_name, options, letters) => {
  it.each(pages)('%s fits, is legible and can be touched', async (_page, path, ready) => {
    const page = await open(path, ready, options)
    if (letters !== null) await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters)
    await unfold(page)
    expect(await layoutFaults(page)).toEqual([])
  })
})

describe('in English', () => {
  it.each(pages)('%s leaves nothing in Chinese but names of places and documents', async (_page, path, ready) => {
    const page = await open(`${path}${path.includes('?') ? '&' : '?'}lang=en`, ready)
    await unfold(page)
    const left = await page.evaluate(() => {
      const found: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        if (parent === null || parent.closest('[lang="zh-CN"], script, style, noscript, .brand-mark') !== null) continue
        if (/\p{Script=Han}/u.test(node.textContent ?? '')) found.push(node.textContent ?? '')
      }
      return found
    })
    expect(left, path).toEqual([])
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await axeFindings(page)).toEqual([])
  })

  it('a family is asked and answered', async () => {
    const page = await openPage()
    await page.goto(`${address}/xianan?${when}&lang=en`)
    await page.getByRole('button', { name: /expecting/u }).click()
    await page.getByRole('button', { name: '1', exact: true }).click()
    await reply(page, { day: '2025-10-01' })
    const asked = await answerQuestions(page, [
      { question: /Which child/u, reply: { type: '2' } },
      { question: /Where/u, reply: { press: /^In Xian/u } },
      { question: /nursery|health centre/u, reply: { press: 'Yes' } },
    ])
    expect(asked.join()).not.toMatch(/\p{Script=Han}/u)
    expect(await page.locator('#answer-nursery-enrolment-aid-0').innerText()).toMatch(/500 yuan/u)
  })
})

describe('with the keyboard alone', () => {
  it('a family gets from the list to its first answers', async () => {
    const page = await openPage()
    await page.goto(`${address}/`)
    await page.getByRole('link', { name: /咸安区/u }).waitFor()
    const press = async (name: RegExp, most = 40) => {
      for (let step = 0; step < most; step++) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => {
          const element = document.activeElement
          const box = element?.getBoundingClientRect()
          return {
            text: `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`,
            outline: element === null ? '' : getComputedStyle(element).outlineStyle,
            seen: box !== undefined && box.bottom > 0 && box.top < window.innerHeight,
          }
        })
        if (!name.test(focused.text)) continue
        expect(focused).toMatchObject({ outline: 'solid', seen: true })
        await page.keyboard.press('Enter')
        return
      }
      throw new Error(`Tab never reached ${String(name)}`)
    }
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
    await press(/咸安区/u)
    await page.getByRole('button', { name: /怀孕了/u }).waitFor()
    await press(/怀孕了/u)
    await press(/^\s*1 个/u)
    await page.locator('.date-boxes').waitFor()
    while (!(await page.evaluate(() => document.activeElement?.matches('.date-boxes input'))))
      await page.keyboard.press('Tab')
    await page.keyboard.type('2025')
    await page.keyboard.press('Tab')
    await page.keyboard.type('10')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question-title')
    const before = await page.locator('section.question h2').textContent()
    await press(/不知道/u)
    expect(await page.locator('section.question h2').textContent()).not.toBe(before)
    await press(/我的回答/u)
    await press(/^改：出生日期/u)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question-title')
  })
})

it('no page complained', () => {
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
})
