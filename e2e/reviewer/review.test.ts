import { expect, it } from 'vitest'
import { choosePurpose, nameOf, openAs, openPerson } from '../browser/office.ts'

const reason = '急诊产妇昏迷，要马上联系家属'

it('an emergency reading says what will happen, asks for ten characters, and opens at once', async () => {
  const name = await nameOf('mother')
  const page = await openAs('officer', '/desk/people')
  await choosePurpose(page)
  await openPerson(page, name)
  await page.getByText('紧急查看', { exact: true }).click()
  await page.getByText(/马上记下您、时间和理由/u).waitFor()
  await page.getByLabel(/为什么等不及/u).fill('急')
  await page.getByRole('button', { name: '写明理由，现在查看' }).click()
  await page.getByText('还差 9 个字').waitFor()
  await page.getByLabel(/为什么等不及/u).fill(reason)
  await page.getByRole('button', { name: '写明理由，现在查看' }).click()
  await page.getByRole('status').filter({ hasText: '正在紧急查看' }).waitFor()
  await page.locator('.person-head').getByText('全号，已记下').first().waitFor()
  expect(await page.getByRole('button', { name: /^更正/u }).count()).toBe(0)
})

it('it waits for the reviewer, whose finding ends the waiting', async () => {
  const page = await openAs('reviewer', '/desk')
  await page.getByRole('heading', { name: /要办的事/u }).waitFor()
  await page.getByRole('link', { name: '紧急查看', exact: true }).click()
  const item = page.locator('li.panel').filter({ hasText: reason })
  await item.getByLabel('复核意见').fill('与急诊记录相符，理由成立。')
  await item.getByRole('button', { name: '记下意见' }).click()
  await item.getByText(/与急诊记录相符.*复核/su).waitFor()
  expect(await item.getByLabel('复核意见').count()).toBe(0)
})

it('the log shows who did what for what, by day and kind, and its chain holds', async () => {
  const page = await openAs('reviewer', '/desk/log')
  await page.getByRole('row').nth(5).waitFor()
  await page.getByLabel('做了什么').selectOption('break-glass')
  await page.getByRole('button', { name: '查', exact: true }).click()
  await page.getByRole('row').filter({ hasText: reason }).waitFor()
  await expect.poll(() => page.locator('tbody tr:not([data-kind="break-glass"])').count()).toBe(0)
  await page.getByRole('button', { name: '核对审计链' }).click()
  await page.getByRole('status').filter({ hasText: '审计链完整' }).waitFor()
})

it('a reviewer sees no people', async () => {
  const page = await openAs('reviewer', '/desk/people')
  await page.getByText('这一页不在您岗位的权限里').waitFor()
})
