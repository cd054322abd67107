import type { Page } from 'playwright-core'
import { address } from '../browser/open-page.ts'

/** Tells, as the hospital, of a birth of the mother who can be played; a record is a child. */
export async function tellOfBirth(hospital: Page, day: string, records: readonly string[]): Promise<void> {
  await hospital.goto(`${address}/desk/births`)
  await hospital.getByRole('button', { name: /^演示/u }).click()
  await hospital.getByText('演示里的人').waitFor()
  await hospital.getByLabel('出生日期').fill(day)
  for (const [at, record] of records.entries()) {
    if (at > 0) await hospital.getByRole('button', { name: '多胞胎，再加一个' }).click()
    await hospital.getByLabel('性别', { exact: true }).nth(at).selectOption('female')
    await hospital.getByLabel('本院编号').nth(at).fill(record)
  }
  await hospital.getByRole('button', { name: /^发出/u }).click()
  await hospital
    .getByText('已立案')
    .nth(records.length - 1)
    .waitFor()
}

/** Takes a simulated department down or brings it back, as the data officer on their page. */
export async function setFault(data: Page, deed: '停机' | '恢复', department: string): Promise<void> {
  await data.getByRole('button', { name: `${deed} ${department}` }).click()
  await data.getByText(`${department}（模拟）现在：${deed === '停机' ? '停机' : '正常'}`).waitFor()
}

/** What a family had to do at a form: boxes typed into, and all questions, also those answered by one press. */
export interface Asked {
  readonly typed: number
  readonly questions: number
}

/** Answers the questions of the screen, one by one, until the check; names in order. */
export async function answerAll(mother: Page, names: readonly string[]): Promise<Asked> {
  const left = [...names]
  let [typed, questions] = [0, 0]
  for (;;) {
    const heading = await mother.locator('.offer h2').innerText()
    if (heading === '请核对') return { typed, questions }
    questions += 1
    const box = mother.getByRole('textbox')
    if ((await box.count()) === 0) await mother.getByRole('button', { name: '随母亲' }).click()
    else {
      typed += 1
      await box.fill(/名字/u.test(heading) ? (left.shift() ?? '') : '13800138000')
      await box.press('Enter')
    }
    await mother.locator('.offer h2').filter({ hasNotText: heading }).waitFor()
  }
}

/** Confirms the first offer on the mother's phone, under these names. */
export async function confirmOffer(mother: Page, names: readonly string[]): Promise<Asked> {
  await mother.goto(`${address}/me`)
  await mother
    .getByRole('link', { name: /宝宝办证/u })
    .first()
    .click()
  await mother.getByRole('button', { name: '开始填' }).click()
  const asked = await answerAll(mother, names)
  await mother.getByRole('button', { name: '都对，办吧' }).click()
  await mother.getByText('收到了。').waitFor()
  return asked
}

export async function openMine(mother: Page, name: string): Promise<void> {
  await mother.goto(`${address}/me`)
  await mother.getByRole('link', { name: new RegExp(`${name}的证件`, 'u') }).click()
  await mother.getByRole('heading', { name: `${name}的证件` }).waitFor()
}

/** A row of the family's page: an item and how far it is. */
export function itemOf(mother: Page, label: string) {
  return mother
    .locator('.case-item')
    .filter({ has: mother.locator('strong', { hasText: new RegExp(`^${label}`, 'u') }) })
}
