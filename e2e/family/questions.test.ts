import { describe, expect, it } from 'vitest'
import { reply } from '../browser/answer-questions.ts'
import { keepHousehold, xiananFamily } from '../browser/household.ts'
import { address, openPage } from '../browser/open-page.ts'

const start = async (children = '1 个') => {
  const page = await openPage()
  await page.goto(`${address}/xianan?on=2026-01-15`)
  await page.getByRole('button', { name: /怀孕了/u }).click()
  await page.getByRole('button', { name: children }).click()
  return page
}
const heading = 'section.question h2'

describe('a question', () => {
  it('refuses a day that does not exist, says why, and keeps what was typed', async () => {
    const page = await start()
    await reply(page, { day: '2023-02-30' })
    const alert = page.locator('section.question [role=alert]')
    await alert.filter({ hasText: '没有 2023年2月30日 这一天：2023年2月只有 28 天' }).waitFor()
    expect(await page.getByLabel('年', { exact: true }).inputValue()).toBe('2023')
    expect(await page.getByLabel('年', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await reply(page, { day: '2024-02-29' })
    expect(await page.locator(heading).textContent()).not.toContain('出生日期')
  })

  it('can be skipped, gone back to, and asked again at the end', async () => {
    const page = await start()
    await reply(page, { day: '2025-10-01' })
    const second = await page.locator(heading).textContent()
    await reply(page, { skip: true })
    expect(await page.locator(heading).textContent()).not.toBe(second)
    await page.getByRole('button', { name: '上一题' }).click()
    expect(await page.locator(heading).textContent()).toBe(second)
  })

  it('moves the focus to the next question and tells the new answers aloud', async () => {
    const page = await start()
    await reply(page, { day: '2025-10-01' })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question-title')
    await page
      .locator('.results-column [role=status]', { hasText: /现在可以领 \d+ 项/u })
      .waitFor({ state: 'attached' })
  })

  it('offers the place first, then any other down to the county', async () => {
    const page = await openPage()
    await keepHousehold(page, { ...xiananFamily, facts: { ...xiananFamily.facts, 'home.region': 421202 } })
    await page.goto(`${address}/xianan?on=2026-01-15`)
    await page.locator('summary', { hasText: '我的回答' }).click()
    await page.getByRole('button', { name: '改：房屋所在地' }).click()
    expect(await page.locator('section.question .choice').first().textContent()).toMatch(/咸安区/u)
    await page.getByRole('button', { name: '在别的地方' }).click()
    const picker = page.locator('.region-picker')
    await picker.locator('select').nth(0).selectOption({ label: '湖北省' })
    await picker.locator('select').nth(1).selectOption({ label: '武汉市' })
    await picker.locator('select').nth(2).selectOption({ label: '武昌区' })
    await picker.getByRole('button', { name: '下一步' }).click()
    await page.locator('.answers-given li', { hasText: '湖北省 武汉市 武昌区' }).waitFor()
    expect(await page.locator('#group-eligible').innerText()).not.toContain('公积金贷款额度')
  })

  it('about a loss is never put unasked, and with care where the family opens it', async () => {
    const page = await start()
    await reply(page, { day: '2026-05-01' })
    expect(await page.locator('main').innerText()).not.toMatch(/流产|失去/u)
    await page.locator('summary', { hasText: '还有这些情况' }).click()
    await page.getByRole('button', { name: '失去了这次怀孕' }).click()
    await page.getByText(/很难过听到这件事/u).waitFor()
    await page.getByText('12356').waitFor()
  })

  it('can be about another child, and a child can be taken back again', async () => {
    const page = await start()
    await reply(page, { day: '2025-10-01' })
    await page.locator('summary', { hasText: '我的回答' }).click()
    await page.getByRole('button', { name: '再加一个孩子' }).click()
    expect(await page.locator('.answers-given').count()).toBe(2)
    await page.getByRole('button', { name: /^去掉/u }).last().click()
    expect(await page.locator('.answers-given').count()).toBe(1)
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await page.locator('.answers-given').count()).toBe(2)
  })
})

describe('an address', () => {
  it('of an unknown place says so and leads back', async () => {
    const page = await openPage()
    const response = await page.goto(`${address}/atlantis`)
    expect(response?.status()).toBe(404)
    await page.getByRole('heading', { name: '没有这个地方' }).waitFor()
    await page.getByRole('link', { name: '回首页' }).click()
    await page.getByRole('link', { name: /咸安区/u }).waitFor()
  })
})
