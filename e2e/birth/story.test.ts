import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openAs } from '../browser/office.ts'
import { address, complaints, phone, today } from '../browser/open-page.ts'
import { axeFindings, layoutFaults } from '../browser/see.ts'
import { untilShown } from '../browser/until-shown.ts'

let hospital: Page
let data: Page
let mother: Page
let clerk: Page

const name = '李小溪'

/** A row of the family's page: an item and how far it is. */
const item = (label: string) => mother.locator('.case-item', { hasText: label })

describe('one birth, one form', { timeout: 300_000 }, () => {
  it('lets the hospital tell of a birth once, and says exactly what is missing', async () => {
    hospital = await openAs('hospital', '/desk/births')
    await hospital.getByRole('button', { name: '发出通知' }).click()
    await hospital.getByText('写母亲姓名').waitFor()
    await hospital.getByText('选孩子的性别').waitFor()
    await hospital.getByText('写本院给孩子的编号').waitFor()
    expect(await axeFindings(hospital)).toEqual([])
    await hospital.getByRole('button', { name: /^演示/u }).click()
    await hospital.getByText('演示里的人').waitFor()
    await hospital.getByLabel('出生日期').fill(today())
    await hospital.getByLabel('性别', { exact: true }).selectOption('female')
    await hospital.getByLabel('本院编号').fill('F-1')
    await hospital.getByRole('button', { name: '发出通知' }).click()
    await hospital.getByText(/已立案 咸安-\d{4}-\d{6}/u).waitFor()
  })

  it('shows that six departments are simulated, and takes two of them down', async () => {
    data = await openAs('data', '/desk/deliveries')
    await data.getByText('没有接真实部门').waitFor()
    for (const department of ['医保', '人社']) {
      await data.getByRole('button', { name: `停机 ${department}` }).click()
      await data.getByText(`${department}（模拟）现在：停机`).waitFor()
    }
    expect(await data.locator('td, th').getByText('模拟').count()).toBe(6)
    expect(await axeFindings(data)).toEqual([])
  })

  it('asks the mother at most five things on her phone, one a screen, also without a network in between', async () => {
    mother = await openAs('mother', '/me', { viewport: phone })
    const begun = Date.now()
    await mother.getByText(/给宝宝办证：还有 \d 项要你填/u).click()
    await mother.getByRole('button', { name: '开始填' }).click()
    const questions: string[] = []
    for (;;) {
      const heading = await mother.locator('.offer h2').innerText()
      if (heading === '请核对') break
      questions.push(heading)
      expect(await layoutFaults(mother)).toEqual([])
      const box = mother.getByRole('textbox')
      if ((await box.count()) === 0) {
        await mother.getByRole('button', { name: '随母亲' }).click()
      } else {
        await box.fill(/名字/u.test(heading) ? name : '13800138000')
        await box.press('Enter')
      }
      await mother.locator('.offer h2', { hasNotText: heading }).waitFor()
    }
    expect(questions.length).toBeLessThanOrEqual(5)
    expect(await axeFindings(mother)).toEqual([])
    await mother.context().setOffline(true)
    await mother.getByRole('button', { name: '都对，办吧' }).click()
    await mother.getByText('手机现在没有网络').waitFor()
    expect(
      await mother.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])),
    ).not.toContain(name)
    await mother.context().setOffline(false)
    await mother.getByText('收到了。').waitFor()
    const minutes = (Date.now() - begun) / 60_000
    process.stdout.write(`typed fields: ${questions.length}; minutes at the form: ${minutes.toFixed(2)}\n`)
    expect(minutes).toBeLessThan(3)
    // The tries without a network and the one that arrived are one confirmation.
    await mother.getByText('办过的每一步').click()
    expect(await mother.locator('.case-history').getByText('你确认了').count()).toBe(1)
  })

  it('goes on in order while two departments are down, and says where it waits', async () => {
    await untilShown(mother, '对方的系统暂时没有回应')
    await untilShown(mother, item('上户口').getByText('办好了'))
    await untilShown(mother, item('缴纳居民医保费').getByText('等“居民医保参保登记”办好就开始'))
    expect(await layoutFaults(mother)).toEqual([])
    expect(await axeFindings(mother)).toEqual([])
    await untilShown(data, /2 个部门没有回应/u)
  })

  it('shows the clock and the clause of every item, to the family and at the desk', async () => {
    for (const row of await mother.locator('.case-item').all()) {
      await row.locator('summary').click()
      expect(await row.locator('cite').innerText()).not.toBe('')
    }
    await mother
      .getByText(/从出生起算待遇的缴费期限：90 天/u)
      .first()
      .waitFor()
    await mother.getByRole('button', { name: '加到手机日历' }).waitFor()
    clerk = await openAs('card', '/desk/cases')
    await untilShown(clerk, name)
    await clerk.keyboard.press('j')
    await clerk.keyboard.press('Enter')
    await clerk.getByRole('heading', { name: '决定：社会保障卡' }).waitFor()
    for (const row of await clerk.locator('.case-items-table tbody tr').all()) {
      expect(await row.locator('cite').innerText()).not.toBe('')
    }
    expect(await axeFindings(clerk)).toEqual([])
  })

  it('lets an officer decide from the keyboard in a handful of presses', async () => {
    await clerk.goto(`${address}/desk/cases`)
    await clerk.getByRole('link', { name: new RegExp(name, 'u') }).waitFor()
    let interactions = 0
    const press = async (key: string) => {
      interactions += 1
      await clerk.keyboard.press(key)
    }
    await press('j')
    await press('Enter')
    const number = clerk.getByLabel('社会保障卡号')
    await number.waitFor()
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true)
    interactions += 1
    await clerk.keyboard.type('SS-2026-1')
    await press('Enter')
    await clerk.getByText('已记下：社会保障卡 办结').waitFor()
    process.stdout.write(`interactions from the queue to the decision: ${interactions}\n`)
    // At five seconds each it is twenty.
    expect(interactions).toBeLessThanOrEqual(4)
    // What is in the way of the next Enter is the way on, not the decision again.
    await press('Enter')
    await clerk.waitForURL(`${address}/desk/cases`)
    await clerk.getByText('现在没有等您办的').waitFor()
  })

  it('finishes when the departments come back, and nothing twice', async () => {
    for (const department of ['医保', '人社']) {
      await data.getByRole('button', { name: `恢复 ${department}` }).click()
      await data.getByText(`${department}（模拟）现在：正常`).waitFor()
    }
    await untilShown(mother, '全部办好了。')
    await mother.getByText('办过的每一步').click()
    for (const label of ['出生医学证明（首次签发）', '上户口', '居民医保参保登记', '社会保障卡']) {
      const results = mother.locator('.case-history li', { hasText: `有了结果 · ${label}` })
      expect([label, await results.count()]).toEqual([label, 1])
    }
    await untilShown(data, '六个部门都通，没有死信。')
    for (const department of ['公安', '医保', '人社']) {
      await data.getByRole('button', { name: `对账 ${department}` }).click()
      await data.locator('.notice', { hasText: department }).getByText('一致').waitFor()
    }
  })

  it('shows the supervisor what took how long, promised or not', async () => {
    const officer = await openAs('officer', '/desk/overview')
    await officer.getByRole('heading', { name: '承诺和实际' }).waitFor()
    await officer.getByRole('row', { name: /上户口.*方案没有写天数/u }).waitFor()
    expect(await axeFindings(officer)).toEqual([])
    await officer.setViewportSize(phone)
    expect(await layoutFaults(officer)).toEqual([])
  })

  it('speaks of a loss with care: a name, a number, and nothing to do', async () => {
    await hospital.goto(`${address}/desk/births`)
    await hospital.getByRole('button', { name: /^演示/u }).click()
    await hospital.getByText('演示里的人').waitFor()
    await hospital.getByLabel('出生日期').fill('2025-06-10')
    await hospital.getByLabel('结果').selectOption('stillbirth')
    await hospital.getByLabel('性别', { exact: true }).selectOption('male')
    await hospital.getByLabel('本院编号').fill('F-2')
    await hospital.getByRole('button', { name: '发出通知' }).click()
    await hospital.getByText('不会催家庭办任何事').waitFor()
    await mother.goto(`${address}/me`)
    await mother.getByRole('link', { name: /孩子的事/u }).click()
    await mother.getByRole('heading', { name: /孩子没能平安出生。\s*我们很难过。/u }).waitFor()
    await mother.getByRole('link', { name: /12356/u }).waitFor()
    const text = await mother.locator('.loss').innerText()
    expect(text).toMatch(/人口服务员/u)
    expect(text).not.toMatch(/宝宝|恭喜|还有 \d 项|办好了|！/u)
    expect(await mother.getByRole('button', { name: /日历|照片|拍照/u }).count()).toBe(0)
    expect(await axeFindings(mother)).toEqual([])
    expect(await layoutFaults(mother)).toEqual([])
  })

  it('fits a small phone and twice the size of print, in both languages', async () => {
    await mother.goto(`${address}/me`)
    await mother.getByRole('link', { name: new RegExp(`${name}的证件`, 'u') }).click()
    await mother.getByText('全部办好了。').waitFor()
    await mother.setViewportSize({ width: 320, height: 640 })
    expect(await layoutFaults(mother)).toEqual([])
    await mother.setViewportSize({ width: 180, height: 370 })
    await mother.evaluate(() => document.documentElement.style.setProperty('font-size', '16px'))
    expect((await layoutFaults(mother)).filter((fault) => /wide in|is cut/u.test(fault))).toEqual([])
    await mother.setViewportSize(phone)
    await mother.getByRole('button', { name: 'English' }).click()
    await mother.getByText('Everything is done.').waitFor()
    expect(await layoutFaults(mother)).toEqual([])
  })

  it('leaves no complaint on any console, and no number in any address', async () => {
    // The phone without a network says so on its console.
    expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    for (const page of [mother, clerk, data, hospital]) expect(page.url()).not.toMatch(/\d{11}/u)
  })
})
