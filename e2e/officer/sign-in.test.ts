import { expect, it } from 'vitest'
import { signInByCard } from '../browser/office.ts'
import { address, desk, openPage } from '../browser/open-page.ts'

it('a card leads in by one press, and signing out leads out', async () => {
  const page = await openPage({ viewport: desk })
  await signInByCard(page, 'officer')
  await page.getByRole('heading', { name: /您好/u }).waitFor()
  await page
    .getByText('咸安区（全区）')
    .or(page.getByText(/（全区）/u))
    .first()
    .waitFor()
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '工作台登录' }).waitFor()
})

it('wrong words are answered plainly, and the fifth time says until when one waits', async () => {
  const page = await openPage({ viewport: desk })
  await page.goto(`${address}/desk`)
  await page.getByLabel('用户名').fill('nobody-of-this-name')
  await page.getByLabel('密码').fill('not-the-password')
  const next = page.getByRole('button', { name: '下一步' })
  await next.click()
  await page.getByRole('alert').filter({ hasText: '账号、密码或验证码不对' }).waitFor()
  const alert = page.locator('.failure')
  for (let tries = 2; tries <= 6; tries++) {
    const answered = page.waitForResponse(/sign-in\/password/u)
    await next.click()
    await answered
    if (await alert.filter({ hasText: '锁定' }).isVisible()) break
  }
  await alert.getByText('暂时锁定').waitFor()
  expect(await alert.textContent()).toMatch(/\d{2}:\d{2} 以后再试/u)
  expect(await page.getByLabel('用户名').inputValue()).toBe('nobody-of-this-name')
})

it('while the demonstration is being prepared the page says so, and opens by itself', async () => {
  const page = await openPage({ viewport: desk })
  let asked = 0
  await page.route('**/api/session', async (route) => {
    asked += 1
    if (asked > 2) return route.continue()
    const body = {
      signedIn: false,
      demo: false,
      ready: false,
      providers: [],
      messages: false,
      secondFactorWaits: false,
    }
    return route.fulfill({ json: body })
  })
  await page.goto(`${address}/desk`)
  await page.getByRole('heading', { name: '正在准备演示…' }).waitFor()
  await page.getByText(/已等 \d+ 秒/u).waitFor()
  await page.getByRole('heading', { name: '工作台登录' }).waitFor()
})

it('the service worker keeps nothing of the office', async () => {
  const page = await openPage({ viewport: desk })
  await page.goto(`${address}/`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await signInByCard(page, 'officer')
  await page.reload()
  await page.getByRole('heading', { name: /您好/u }).waitFor()
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return lists.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept.length).toBeGreaterThan(5)
  expect(kept.filter((path) => path.startsWith('/api/') && !/^\/api\/(?:places|regions)/u.test(path))).toEqual([])
})
