import { expect, it } from 'vitest'
import { openAs } from '../browser/office.ts'

it('users are found by name, user name, post or place, each word narrowing', async () => {
  const page = await openAs('administrator', '/desk/users')
  const rows = page.getByRole('table').getByRole('row')
  await rows.nth(1).waitFor()
  const all = (await rows.count()) - 1
  const box = page.getByRole('searchbox', { name: '按姓名、用户名、岗位或地方找' })
  await box.fill('审计')
  await page
    .getByRole('status')
    .filter({ hasText: `${all} 人里找到` })
    .waitFor()
  const few = (await rows.count()) - 1
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThan(all)
  for (const text of await rows.allTextContents()) if (!text.includes('姓名')) expect(text).toContain('审计')
  await box.fill('审计 没有这个地方')
  await page
    .getByRole('status')
    .filter({ hasText: `${all} 人里找到 0 人` })
    .waitFor()
})

it('posts print with every village, without what can only be pressed; a township’s count stays, because it says something', async () => {
  const page = await openAs('administrator', '/desk/posts')
  await page.getByRole('heading', { level: 1, name: '岗位与空缺' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const role of ['navigation', 'banner'] as const)
    for (const one of await page.getByRole(role).all()) expect(await one.isVisible()).toBe(false)
  const { villages, buttons } = await page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length
    return { villages: shown('.village-grid > li'), buttons: shown('main button:not(.fold), main select, main input') }
  })
  const said = /共 \d+ 个乡镇（街道），(\d+) 个村（社区）/u.exec((await page.locator('main').textContent()) ?? '')?.[1]
  // Every village stands on the paper, also of townships that were folded on the screen.
  expect({ villages, buttons }).toEqual({ villages: Number(said), buttons: 0 })
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.length).toBeGreaterThan(10_000)
})
