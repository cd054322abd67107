import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cards } from '../browser/office.ts'
import { desk, openPage, phone } from '../browser/open-page.ts'
import { untilShown } from '../browser/until-shown.ts'
import { buildKillableHouse, type KillableHouse } from './killable-house.ts'

let house: KillableHouse | undefined
let address = ''
beforeAll(async () => {
  house = await buildKillableHouse(1000)
  address = house.address
  await house.start()
})
afterAll(() => house?.close())

/** Somebody of this house's demonstration, signed in by their card. */
async function signIn(role: 'hospital' | 'data' | 'mother', path: string): Promise<Page> {
  const page = await openPage({ viewport: role === 'mother' ? phone : desk, serviceWorkers: 'block' })
  await page.goto(`${address}${role === 'mother' ? '/me' : '/desk'}`)
  await page.getByRole('button', { name: cards[role] }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
  await page.goto(`${address}${path}`)
  return page
}

async function killAndStart(): Promise<void> {
  await house?.kill()
  await house?.start()
}

it('goes on as if nothing had been when the server is killed between two clicks', { timeout: 300_000 }, async () => {
  const hospital = await signIn('hospital', '/desk/births')
  await hospital.getByRole('button', { name: /^演示/u }).click()
  await hospital.getByText('演示里的人').waitFor()
  await hospital.getByLabel('出生日期').fill('2026-11-20')
  await hospital.getByLabel('性别', { exact: true }).selectOption('female')
  await hospital.getByLabel('本院编号').fill('K-1')
  // The card desk is down, so that something is still open at each kill.
  const data = await signIn('data', '/desk/deliveries')
  await data.getByRole('button', { name: '停机 人社' }).click()
  await data.getByText('人社（模拟）现在：停机').waitFor()
  await killAndStart()
  // The clerk's session and what was typed are still there: the page was never told of the kill.
  await hospital.getByRole('button', { name: '发出通知' }).click()
  await hospital.getByText(/已立案 咸安-\d{4}-\d{6}/u).waitFor()

  const mother = await signIn('mother', '/me')
  await mother.getByText(/给宝宝办证/u).click()
  await mother.getByRole('button', { name: '开始填' }).click()
  await mother.getByRole('textbox').fill('李长安')
  await mother.getByRole('button', { name: '下一步' }).click()
  await mother.getByRole('button', { name: '随母亲' }).click()
  await killAndStart()
  await mother.getByRole('textbox').fill('13800138000')
  await mother.getByRole('button', { name: '下一步' }).click()
  await mother.getByRole('heading', { name: '请核对' }).waitFor()
  // Pressed while nobody is there: the page keeps it and sends it by itself.
  await house?.kill()
  await mother.getByRole('button', { name: '都对，办吧' }).click()
  await mother.getByText('等连上…').waitFor()
  await house?.start()
  await mother.getByText('收到了。').waitFor()
  // And once more while the departments are at it.
  await killAndStart()
  await untilShown(mother, '对方的系统暂时没有回应')
  await data.reload()
  await data.getByRole('listitem').filter({ hasText: '人社' }).getByText('停机', { exact: true }).first().waitFor()
  await data.getByRole('button', { name: '恢复 人社' }).click()
  await data.getByText('人社（模拟）现在：正常').waitFor()
  await untilShown(mother, '全部办好了。')
  await mother.getByText('办过的每一步').click()
  const steps = mother.locator('.case-history')
  expect(await steps.getByText('你确认了').count()).toBe(1)
  for (const label of ['出生医学证明（首次签发）', '上户口', '居民医保参保登记', '缴纳居民医保费', '社会保障卡']) {
    expect([label, await steps.locator('li', { hasText: `有了结果 · ${label}` }).count()]).toEqual([label, 1])
  }
})
