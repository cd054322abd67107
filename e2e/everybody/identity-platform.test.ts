import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { checkCharacter } from '../../packages/kernel/src/index.ts'
import { nameOf, openAs } from '../browser/office.ts'
import { address, openPage, phone } from '../browser/open-page.ts'

/** Well-formed, and on nobody’s file. */
const nobodysNumber = `42120219700101071${checkCharacter('42120219700101071')}`

/** Signs in at the platform's own page under a name, and agrees to what it asks. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill('x')
  await page.locator('button[type="submit"]').click()
  const agree = page.locator('form[action$="/confirm"] button[type="submit"], button:has-text("Continue")')
  await agree.first().click()
}

it('a resident comes in by the platform’s button; who is not on file is told so and can go on by phone', async () => {
  const name = await nameOf('mother')
  const own = await openAs('mother', '/me', { viewport: phone })
  await own.getByRole('button', { name: /显示全号.*身份证号/u }).click()
  const number = own.locator('.number').filter({ hasText: /^\d{17}[\dX]$/u })
  await number.waitFor()
  const identity = (await number.textContent())?.trim() ?? ''

  const page = await openPage({ viewport: phone })
  await page.goto(`${address}/me`)
  await page.getByRole('link', { name: '用试验政务平台登录' }).click()
  await signInThere(page, identity)
  await page.getByRole('heading', { name: '登记了我什么' }).waitFor()
  await page.locator('.my-facts').getByText(name).waitFor()
  expect(new URL(page.url()).pathname).toBe('/me')

  const stranger = await openPage({ viewport: phone })
  await stranger.goto(`${address}/me`)
  await stranger.getByRole('link', { name: '用试验政务平台登录' }).click()
  await signInThere(stranger, nobodysNumber)
  await stranger.getByRole('alert').filter({ hasText: '这里没有登记着您的资料' }).waitFor()
  await stranger.getByLabel('手机号').waitFor()
})

it('staff come in by theirs once an administrator tied them to it, and not before', async () => {
  const admin = await openAs('administrator', '/desk/users')
  const form = admin.getByRole('form', { name: '新增工作人员' })
  await form.getByLabel('姓名').fill('许七')
  await form.getByLabel('用户名').fill('xu.qi')
  await form.getByLabel('统一身份认证账号').fill('xu-qi-at-work')
  await form.getByRole('button', { name: '新增' }).click()
  await admin.getByText('已为许七开好账号').waitFor()

  const page = await openPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}/desk`)
  await page.getByRole('link', { name: '用政务统一身份认证登录' }).click()
  await signInThere(page, 'nobody-here')
  await page.getByRole('alert').filter({ hasText: '身份认证平台没有放行' }).waitFor()
  await page.context().clearCookies()
  await page.getByRole('link', { name: '用政务统一身份认证登录' }).click()
  await signInThere(page, 'xu-qi-at-work')
  await page.getByRole('button', { name: '退出' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/desk')
})
