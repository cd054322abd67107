import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { choosePurpose, nameOf, openAs, openPerson } from '../browser/office.ts'

/** The police's window works in a case of its own. */
async function openCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新开一件' }).click()
  await page
    .getByLabel('案件')
    .filter({ hasText: /\d{4}-\d{2}-\d{2}/u })
    .waitFor()
  await page.getByRole('button', { name: '查找', exact: true }).and(page.locator(':enabled')).waitFor()
}

it('a household registrar sees who a person is, nothing of births, and no button that would ask for them', async () => {
  const name = await nameOf('mother')
  const page = await openAs('police', '/desk/people')
  await openCase(page)
  await openPerson(page, name)
  await page.getByText('家庭与生育情况不在这个目的里').waitFor()
  expect(await page.locator('#family').count()).toBe(0)
  expect(
    await page
      .locator('.facts')
      .getByText(/母亲|父亲|配偶|户成员|生育/u)
      .count(),
  ).toBe(0)
  expect(await page.getByRole('button', { name: /^更正/u }).count()).toBe(0)
})

it('an address would show a family: it is refused with the spirit of the clause, and the reviewer sees it', async () => {
  const reviewer = await openAs('reviewer', '/desk/refusals')
  const forbidden = reviewer.getByRole('row').filter({ hasText: '目的不得看生育情况' })
  await forbidden.first().waitFor()
  const before = await forbidden.count()
  const page = await openAs('police', '/desk/people')
  await choosePurpose(page, '落户')
  await openCase(page)
  await page.getByRole('searchbox').fill('和湾社区')
  await page.keyboard.press('Enter')
  const said = page.getByRole('alert').filter({ hasText: '为了“落户”，不能看生育情况' })
  await said.waitFor()
  expect(await said.textContent()).toMatch(/一律不与生育情况挂钩.*已经记下.*改用姓名/su)
  await reviewer.reload()
  await expect.poll(() => forbidden.count()).toBe(before + 1)
  expect(await forbidden.first().textContent()).toContain('公安户籍窗口')
})
