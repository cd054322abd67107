import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { choosePurpose, nameOf, openAs, openPerson, searchFor } from '../browser/office.ts'
import { phone, today } from '../browser/open-page.ts'

const onPhone = { viewport: phone }

it('a village worker sees what waits and the people of one village only', async () => {
  const page = await openAs('village', '/desk', onPhone)
  await page.getByRole('heading', { name: /要办的事/u }).waitFor()
  await choosePurpose(page)
  await searchFor(page, '王')
  const places = page.locator('.results tbody td:nth-child(4)')
  const villages = new Set(await places.allTextContents())
  expect(villages.size).toBeLessThanOrEqual(1)
})

it('a newborn is registered from the mother’s page, each mistake said at its field', async () => {
  const mother = await nameOf('mother')
  const page = await openAs('village', '/desk/people', onPhone)
  await choosePurpose(page)
  await openPerson(page, mother)
  await page.getByRole('link', { name: '登记新生儿' }).click()
  const form = page.getByRole('form', { name: '登记新生儿或新来的人' })
  await form.getByText(mother).waitFor()
  expect(await form.getByRole('radio', { name: /入母亲的户/u }).isChecked()).toBe(true)
  await form.getByLabel('姓名').fill('小3')
  await form.getByLabel('性别').selectOption('female')
  await form.getByLabel('出生日期').fill(today(-30))
  await form.getByLabel('身份证号').fill('421202202611010011')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await form.getByText('姓名里不能有“3”').waitFor()
  await form.getByText('日期还没有到').waitFor()
  expect(await form.getByLabel('身份证号').getAttribute('aria-invalid')).toBe('true')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
  await form.getByLabel('姓名').fill('陈初晴')
  await form.getByLabel('出生日期').fill(today(1))
  await form.getByLabel('身份证号').fill('')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('link', { name: '打开陈初晴的页面' }).click()
  await page.getByRole('heading', { level: 1, name: '陈初晴' }).waitFor()
  await page.getByRole('link', { name: mother }).first().waitFor()
  await page.getByText('出生 1 天').first().waitFor()
})

it('a newcomer opens a household of their own', async () => {
  const page = await openAs('village', '/desk/people/new', onPhone)
  await choosePurpose(page)
  const form = page.getByRole('form', { name: '登记新生儿或新来的人' })
  await form.getByLabel('姓名').fill('欧阳远')
  await form.getByLabel('性别').selectOption('male')
  await form.getByLabel('出生日期').fill('1988-03-02')
  await form.getByRole('radio', { name: '新开一户' }).check()
  await form.getByRole('button', { name: '登记', exact: true }).click()
  const where = form.getByLabel('地址')
  await expect.poll(() => where.getAttribute('aria-invalid')).toBe('true')
  await where.fill('新居路8号2栋301室')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('link', { name: '打开欧阳远的页面' }).click()
  await page.getByRole('heading', { level: 1, name: '欧阳远' }).waitFor()
  await page.getByText('新居路8号2栋301室').first().waitFor()
})

it('nobody of another village can be opened, and why is not told apart', async () => {
  const page: Page = await openAs('village', '/desk/people/019a0000-0000-7000-8000-000000000001', onPhone)
  await choosePurpose(page)
  await page.getByRole('heading', { name: '这里看不到这个人' }).waitFor()
})
