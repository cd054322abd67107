import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { totp } from '../../apps/server/src/testing/totp.ts'
import { nameOf, openAs } from '../browser/office.ts'
import { address, desk, openPage } from '../browser/open-page.ts'

const gaps = async (page: Page): Promise<number> => {
  const text =
    (await page
      .getByRole('status')
      .filter({ hasText: /没有人|都有人/u })
      .textContent()) ?? ''
  return Number(/(\d+) 个村没有人/u.exec(text)?.[1] ?? 0)
}

const posts = async (): Promise<Page> => {
  const page = await openAs('administrator', '/desk/posts')
  await page.getByRole('heading', { name: '岗位与空缺' }).waitFor()
  return page
}

/** The last step of the phone's clock that a code was taken from. */
let lastStep = 0
function codeOf(secret: string): string {
  // A code counts once, so that the next one is taken from a later step, or from the one to come: 30 seconds are allowed.
  lastStep = Math.max(Math.floor(Date.now() / 30_000), lastStep + 1)
  return totp(secret, lastStep * 30_000)
}

let password = ''
let username = ''

it('a new member of staff gets an account, with a password shown once', async () => {
  const page = await openAs('administrator', '/desk/users')
  username = `zhu.qing-${Date.now() % 100_000}`
  const form = page.getByRole('form', { name: '新增工作人员' })
  await form.getByLabel('姓名').fill('祝晴')
  await form.getByLabel('用户名').fill('Zhu Qing!')
  await form.getByRole('button', { name: '新增' }).click()
  await expect.poll(() => form.getByLabel('用户名').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('用户名').fill(username)
  await form.getByRole('button', { name: '新增' }).click()
  const note = page.getByRole('status').filter({ hasText: '已为祝晴开好账号' })
  password = (await note.locator('code').textContent()) ?? ''
  expect(password.length).toBeGreaterThan(8)
  await page.getByRole('row').filter({ hasText: username }).waitFor()
})

it('a gap is filled and gone', async () => {
  const page = await posts()
  const before = await gaps(page)
  expect(before).toBeGreaterThan(0)
  const village = page.locator('.village-grid .gap').first()
  const code = await village.locator('[lang="zh-CN"]').first().textContent()
  await village.getByRole('button', { name: /^安排：/u }).click()
  const form = page.getByRole('form', { name: /^安排/u })
  const choice = await form.getByLabel('谁').locator('option').filter({ hasText: username }).getAttribute('value')
  await form.getByLabel('谁').selectOption(choice)
  await form.getByRole('button', { name: '安排', exact: true }).click()
  await page.getByRole('status').filter({ hasText: '已安排祝晴' }).waitFor()
  await expect.poll(() => gaps(page)).toBe(before - 1)
  await page.getByRole('checkbox', { name: '只看没有人的' }).check()
  const left = await page.locator('.village-grid .gap').allTextContents()
  expect(left.filter((text) => text.startsWith(`${code ?? ''} `))).toEqual([])
})

it('a substitute stands in for a time', async () => {
  const page = await posts()
  const worker = await nameOf('village')
  const cell = page.locator('.village-grid li').filter({ hasText: worker })
  if (!(await cell.first().isVisible())) {
    const township = page.locator('.township').filter({ hasText: worker })
    await township.getByRole('button', { name: /个村/u }).click()
  }
  await cell.getByRole('button', { name: /^安排代班/u }).click()
  const form = page.getByRole('form', { name: /^安排/u })
  const choice = await form.getByLabel('谁').locator('option').filter({ hasText: username }).getAttribute('value')
  await form.getByLabel('谁').selectOption(choice)
  await form.getByRole('button', { name: '安排代班' }).click()
  await page.getByText(/祝晴 代到 \d{4}-\d{2}-\d{2}/u).waitFor()
})

it('the new one signs in with the password, sets up the second factor, and needs it from then on', async () => {
  const page = await openPage({ viewport: desk })
  await page.goto(`${address}/desk`)
  const enterPassword = async (): Promise<void> => {
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '下一步' }).click()
  }
  await enterPassword()
  await page.getByLabel('再输一次密码').fill(password)
  await page.getByRole('button', { name: '开始设置' }).click()
  await page.getByRole('img', { name: '验证器的二维码' }).waitFor()
  const secret = (await page.locator('code.secret').textContent())?.trim() ?? ''
  const backup = (await page.locator('.backup-codes code').first().textContent()) ?? ''
  expect(await page.locator('.backup-codes code').count()).toBeGreaterThanOrEqual(8)
  await page.getByLabel('动态验证码').fill(codeOf(secret))
  await page.getByRole('button', { name: '设好了，进入工作台' }).click()
  // Two posts now: which one is asked before anything else.
  await page.getByRole('heading', { name: '您现在以哪个岗位做事？' }).waitFor()
  await page
    .getByRole('button', { name: /村（社区）人口服务员/u })
    .first()
    .click()
  await page.getByRole('heading', { name: '祝晴，您好' }).waitFor()
  await page.getByRole('button', { name: '退出' }).click()

  await enterPassword()
  await page.getByLabel('动态验证码').fill('000000')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '账号、密码或验证码不对' }).waitFor()
  await page.getByLabel('动态验证码').fill(codeOf(secret))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '退出' }).click()

  await enterPassword()
  await page.getByLabel('动态验证码').fill(backup)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
})

it('an administrator sees no people at all', async () => {
  const page = await openAs('administrator', '/desk')
  await page.getByText('不查看个人资料').waitFor()
  expect(await page.getByRole('link', { name: '查人' }).count()).toBe(0)
  await page.goto(`${address}/desk/people`)
  await page.getByText('这一页不在您岗位的权限里').waitFor()
})

it('a reset ends the old password', async () => {
  const page = await openAs('administrator', '/desk/users')
  await page.getByRole('row').filter({ hasText: username }).getByRole('button', { name: /重设/u }).click()
  const note = page.getByRole('status').filter({ hasText: '已重设祝晴' })
  expect(await note.locator('code').textContent()).not.toBe(password)
})
