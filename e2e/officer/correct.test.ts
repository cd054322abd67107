import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { choosePurpose, nameOf, openAs, openPerson } from '../browser/office.ts'

let page: Page
let name: string
beforeAll(async () => {
  name = await nameOf('mother')
  page = await openAs('officer', '/desk/people')
  await choosePurpose(page)
  await openPerson(page, name)
})

const facts = () => page.locator('section').filter({ has: page.locator('#facts') })
const history = () => page.locator('section').filter({ has: page.locator('#history') })

it('what the register refuses is said at its field, and nothing is lost', async () => {
  await page.getByRole('button', { name: '更正：民族' }).click()
  const form = page.getByRole('form', { name: '更正：民族' })
  await form.getByLabel('改成').fill('土家族')
  await form.getByRole('button', { name: '保存更正' }).click()
  await form.getByText('这一项要填').waitFor()
  expect(await form.getByLabel('为什么改').getAttribute('aria-invalid')).toBe('true')
  expect(await form.getByLabel('改成').inputValue()).toBe('土家族')
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
})

it('a corrected fact shows the new value, and what was believed stays in the history with who and why', async () => {
  const before = await facts().getByRole('row', { name: /民族/u }).first().locator('td').first().textContent()
  await page.getByRole('button', { name: '更正：民族' }).click()
  const form = page.getByRole('form', { name: '更正：民族' })
  await form.getByLabel('改成').fill('土家族')
  await form.getByLabel('为什么改').fill('户口簿上是土家族')
  await form.getByRole('button', { name: '保存更正' }).click()
  await page.getByRole('status').filter({ hasText: '已更正' }).waitFor()
  await facts().getByText('土家族').waitFor()
  await history()
    .getByText(`更正了“${before ?? ''}”`)
    .waitFor()
  await history().getByText('户口簿上是土家族').waitFor()
  expect(await history().locator('.superseded s').allTextContents()).toContain(before)
  // The choice of a moment shows what was believed then.
  const moments = history().getByLabel('看看当时是怎么认为的')
  const [, , earlier = ''] = await moments
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  await moments.selectOption(earlier)
  await history()
    .getByText(before ?? '', { exact: true })
    .waitFor()
  expect(await history().getByText('土家族').count()).toBe(0)
  await moments.selectOption('')
})

it('undoing is another correction, and both stay', async () => {
  const corrections = await history().getByText('已更正', { exact: true }).count()
  await page.getByRole('button', { name: '撤回这次更正' }).click()
  await page.getByRole('status').filter({ hasText: '已撤回' }).waitFor()
  await expect.poll(() => history().getByText('已更正', { exact: true }).count()).toBe(corrections + 1)
  expect(await facts().getByText('土家族').count()).toBe(0)
})

it('something new is stated without touching what was', async () => {
  await page.getByRole('button', { name: '登记新情况' }).click()
  const form = page.getByRole('form', { name: '登记新情况' })
  await form.getByLabel('内容').fill('1381234')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await form.getByText('电话应是 11 位手机号').waitFor()
  await form.getByLabel('内容').fill('13900001234')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('status').filter({ hasText: '已登记' }).waitFor()
  await page.locator('.person-head').getByText('139****1234').waitFor()
})

it('when the session has ended, what was typed stays, and signing in goes on from there', async () => {
  await page.getByRole('button', { name: '更正：性别' }).click()
  const form = page.getByRole('form', { name: '更正：性别' })
  await form.getByLabel('为什么改').fill('登记时点错了，身份证为准')
  await page.context().clearCookies()
  await form.getByRole('button', { name: '保存更正' }).click()
  const dialog = page.getByRole('dialog', { name: '登录已到期' })
  await dialog.getByText('您填的内容还在这一页上').waitFor()
  await dialog.getByRole('button', { name: /区卫健局人口家庭科/u }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await form.getByLabel('为什么改').inputValue()).toBe('登记时点错了，身份证为准')
  await form.getByRole('button', { name: '保存更正' }).click()
  await page.getByRole('status').filter({ hasText: '已更正' }).waitFor()
})

it('whoever signs in instead does not see the other one’s page', async () => {
  await page.getByRole('button', { name: '更正：民族' }).click()
  await page.context().clearCookies()
  await page.getByRole('form').getByLabel('为什么改').fill('再改一次')
  await page.getByRole('button', { name: '保存更正' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /村（社区）人口服务员/u })
    .click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('group', { name: '查看目的' }).or(page.getByText('为了什么查看')).first().waitFor()
  expect(await page.getByRole('form', { name: '更正：民族' }).count()).toBe(0)
})

it('the keyboard alone leads from the search to a person and a correction', async () => {
  const keys = await openAs('officer', '/desk')
  const focused = () => keys.evaluate(() => document.activeElement?.textContent ?? '')
  const tabTo = async (wanted: RegExp): Promise<void> => {
    for (let step = 0; step < 80; step++) {
      await keys.keyboard.press('Tab')
      const label = await keys.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      )
      if (wanted.test(label)) return
    }
    throw new Error(`Tab never reached ${String(wanted)}`)
  }
  await keys.getByText('为了什么查看').waitFor()
  await tabTo(/^人口登记$/u)
  await keys.keyboard.press('Enter')
  await keys.locator('body').press('/')
  await keys.keyboard.type(name)
  await keys.keyboard.press('Enter')
  await keys.getByRole('link', { name, exact: true }).first().waitFor()
  await keys.keyboard.press('ArrowDown')
  expect(await focused()).toBe(name)
  await keys.keyboard.press('Escape')
  expect(await keys.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  await keys.keyboard.press('ArrowDown')
  await keys.keyboard.press('Enter')
  await keys.getByRole('heading', { level: 1, name }).waitFor()
  await tabTo(/^更正：民族$/u)
  await keys.keyboard.press('Enter')
  const form = keys.getByRole('form', { name: '更正：民族' })
  await form.waitFor()
  await keys.keyboard.press('ControlOrMeta+A')
  await keys.keyboard.type('苗族')
  await keys.keyboard.press('Tab')
  while (!(await form.getByLabel('为什么改').evaluate((input) => input === document.activeElement)))
    await keys.keyboard.press('Tab')
  await keys.keyboard.type('户口簿上是苗族')
  await keys.keyboard.press('Enter')
  await keys.getByRole('status').filter({ hasText: '已更正' }).waitFor()
})
