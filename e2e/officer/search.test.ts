import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { nameKeys } from '../../apps/server/src/register/name-keys.ts'
import { choosePurpose, nameOf, openAs, openPerson, searchFor } from '../browser/office.ts'

let page: Page
let name: string
beforeAll(async () => {
  name = await nameOf('mother')
  page = await openAs('officer', '/desk/people')
  await choosePurpose(page)
})

const found = () => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

it('the purpose is asked for once and stays in sight, also after a reload', async () => {
  const bar = page.getByRole('group', { name: '查看目的' })
  await bar.getByText('人口登记').waitFor()
  await page.reload()
  await bar.getByText('人口登记').waitFor()
  expect(await page.getByRole('button', { name: '查找', exact: true }).isEnabled()).toBe(true)
})

it('a person is found by name, pinyin and initials, with masked numbers', async () => {
  const { pinyin, initials } = nameKeys(name)
  for (const [text, by] of [
    [name, '按姓名'],
    [name.slice(0, 2), '按姓名'],
    [pinyin, '按拼音'],
  ] as const) {
    await searchFor(page, text)
    expect(await page.getByRole('status').filter({ hasText: '找到' }).textContent()).toContain(by)
    await found().first().waitFor()
  }
  expect(await found().first().textContent()).toMatch(/\*{4}/u)
  await searchFor(page, initials)
  expect(await page.getByRole('row').count()).toBeGreaterThan(1)
})

it('a person is found by whole identity number, phone and address, which the page shows on request only', async () => {
  await openPerson(page, name)
  const head = page.locator('.person-head')
  const numbers = async () => (await head.locator('.masked').allTextContents()).map((text) => text.trim())
  expect((await numbers()).join()).toContain('*')
  await head.getByRole('button', { name: /显示全号.*身份证号/u }).click()
  await head.getByText('全号，已记下').waitFor()
  await head.getByRole('button', { name: /显示全号.*电话/u }).click()
  await expect.poll(async () => (await numbers()).join()).not.toContain('*')
  await expect.poll(async () => (await numbers()).length).toBe(2)
  const [identity = '', phone = ''] = await numbers()
  const householdAddress = await page.locator('#family ~ p [lang="zh-CN"]').first().textContent()
  await page.getByRole('link', { name: '回到查找结果' }).click()
  for (const text of [identity, phone, householdAddress ?? '']) {
    await searchFor(page, text)
    await found().first().waitFor()
  }
  // Nothing that was typed is in the address or kept on the device.
  expect(page.url()).toMatch(/\/desk\/people$/u)
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  for (const text of [identity, phone, name]) {
    expect(text.length).toBeGreaterThan(1)
    expect(kept).not.toContain(text)
  }
})

it('where nobody is found the page says so and what to try', async () => {
  await searchFor(page, '没有这样的人')
  await page.getByText('按姓名没有找到人').waitFor()
  await page.getByText(/试试拼音首字母/u).waitFor()
})

it('a number that cannot be one is answered, not searched', async () => {
  await page.getByRole('searchbox').fill('421202199013450779')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '这样查不了' }).waitFor()
})
