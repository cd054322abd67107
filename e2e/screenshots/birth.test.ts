import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openAs } from '../browser/office.ts'
import { desk, phone, today } from '../browser/open-page.ts'
import { smallPng } from './small-png.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

async function take(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.waitForLoadState('networkidle')
    await page.evaluate(async () => {
      await document.fonts.ready
      window.scrollTo(0, 0)
    })
    const png = smallPng(await page.screenshot())
    expect(png.length).toBeLessThan(200_000)
    await writeFile(`${folder}${name}-${size}.png`, png)
  }
}

async function tellOfBirth(hospital: Page, day: string, kind: 'live-birth' | 'stillbirth'): Promise<void> {
  await hospital.getByRole('button', { name: /^演示/u }).click()
  await hospital.getByText('演示里的人').waitFor()
  await hospital.getByLabel('出生日期').fill(day)
  await hospital.getByLabel('结果').selectOption(kind)
  await hospital.getByLabel('性别', { exact: true }).selectOption('female')
  await hospital.getByLabel('本院编号').fill(`F-${day}`)
}

/** A birth as its people see it. Runs only when JUNHENG_SCREENSHOTS=1 asks for it. */
it('takes a birth at phone and desk size', { timeout: 300_000 }, async () => {
  await mkdir(folder, { recursive: true })
  const hospital = await openAs('hospital', '/desk/births')
  await tellOfBirth(hospital, today(), 'live-birth')
  await take(hospital, 'birth-notice')
  await hospital.getByRole('button', { name: '发出通知' }).click()
  await hospital.getByText('已立案').waitFor()
  const data = await openAs('data', '/desk/deliveries')
  for (const department of ['医保', '人社']) {
    await data.getByRole('button', { name: `停机 ${department}` }).click()
    await data.getByText(`${department}（模拟）现在：停机`).waitFor()
  }
  const mother = await openAs('mother', '/me', { viewport: phone })
  await mother.getByText(/给宝宝办证/u).waitFor()
  await take(mother, 'birth-offer')
  await mother.getByText(/给宝宝办证/u).click()
  await mother.getByRole('button', { name: '开始填' }).click()
  await mother.getByRole('textbox').fill('李小溪')
  await take(mother, 'birth-question')
  await mother.getByRole('button', { name: '下一步' }).click()
  await mother.getByRole('button', { name: '随母亲' }).click()
  await mother.getByRole('textbox').fill('13800138000')
  await mother.getByRole('button', { name: '下一步' }).click()
  await mother.getByRole('heading', { name: '请核对' }).waitFor()
  await take(mother, 'birth-check')
  await mother.getByRole('button', { name: '都对，办吧' }).click()
  await mother.getByText('收到了。').waitFor()
  while (!(await mother.getByText('对方的系统暂时没有回应').first().isVisible())) {
    await mother.reload()
    await mother.getByRole('heading', { name: '各项办到哪了' }).waitFor()
  }
  await take(mother, 'birth-case')
  await data.reload()
  await data.getByText('部门没有回应').waitFor()
  await take(data, 'deliveries')
  const clerk = await openAs('card', '/desk/cases')
  await clerk.getByRole('link', { name: /李小溪/u }).waitFor()
  await take(clerk, 'case-queue')
  await clerk.keyboard.press('j')
  await clerk.keyboard.press('Enter')
  await clerk.getByLabel('社会保障卡号').waitFor()
  await take(clerk, 'case-desk')
  const officer = await openAs('officer', '/desk/overview')
  await officer.getByRole('heading', { name: '承诺和实际' }).waitFor()
  await take(officer, 'case-overview')
  await tellOfBirth(hospital, '2025-06-10', 'stillbirth')
  await hospital.getByRole('button', { name: '发出通知' }).click()
  await hospital.getByText('不会催家庭办任何事').waitFor()
  await mother.goto(new URL('/me', mother.url()).href)
  await mother.getByRole('link', { name: /孩子的事/u }).click()
  await mother.getByText('我们很难过').waitFor()
  await take(mother, 'birth-loss')
})
