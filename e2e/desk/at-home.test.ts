import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { nameOf, openAs } from '../browser/office.ts'
import { address, complaints, phone } from '../browser/open-page.ts'
import { axeFindings, layoutFaults } from '../browser/see.ts'
import { untilShown } from '../browser/until-shown.ts'
import { answerAll, itemOf, openMine, setFault } from './birth.ts'

let data: Page
let mother: Page
let officer: Page

const name = '李平安'
const test = '出生医学证明（机构外出生）'

/** One pixel, and the beginning of a program that calls itself a picture. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400, 0x90)])

describe('a birth at home, told by the mother', { timeout: 300_000 }, () => {
  it('asks five things in all, two to tell of it and three for the papers', async () => {
    data = await openAs('data', '/desk/deliveries')
    await setFault(data, '停机', '卫健')
    mother = await openAs('mother', '/me', { viewport: phone })
    const begun = performance.now()
    await mother.getByRole('link', { name: /孩子不是在医院生的/u }).click()
    await mother.getByRole('button', { name: '开始填' }).waitFor()
    expect(await axeFindings(mother)).toEqual([])
    await mother.getByRole('button', { name: '开始填' }).click()
    await mother.getByLabel('出生日期').fill('2026-05-06')
    await mother.getByRole('button', { name: '下一步' }).click()
    await mother.getByRole('button', { name: '女孩' }).click()
    await mother.getByRole('heading', { name: '请核对' }).waitFor()
    expect(await layoutFaults(mother)).toEqual([])
    await mother.getByRole('button', { name: '都对，告诉他们' }).click()
    // Nobody may say that a hospital told it.
    await mother.getByRole('button', { name: '开始填' }).waitFor()
    // Until it is confirmed the overview shows where it waits, and that it is late: the month to declare has passed.
    const supervisor = await openAs('officer', '/desk/overview')
    await supervisor.getByRole('row', { name: /家庭.*整件.*孩子出生/u }).waitFor()
    await supervisor.getByText(/个环节在等，\d+ 个过期/u).waitFor()
    expect(await axeFindings(supervisor)).toEqual([])
    await mother.getByRole('button', { name: '开始填' }).click()
    const { typed, questions } = await answerAll(mother, [name])
    expect(await mother.locator('.check-list.known').innerText()).not.toContain('来自医院')
    await mother.getByRole('button', { name: '都对，办吧' }).click()
    await mother.getByText('收到了。').waitFor()
    const minutes = (performance.now() - begun) / 60_000
    process.stdout.write(
      `at home: ${typed + 1} fields typed, ${questions + 2} questions, ${minutes.toFixed(2)} minutes\n`,
    )
    expect(questions + 2).toBeLessThanOrEqual(5)
  })

  it('refuses a file that lies about its type in plain words, and takes a true one', async () => {
    const todo = mother.locator('.todo', { hasText: test })
    await todo.getByText('亲子鉴定', { exact: true }).waitFor()
    const add = todo.locator('input[type="file"]').first()
    await add.setInputFiles({ name: 'test.png', mimeType: 'image/png', buffer: program })
    const said = todo.locator('.failure')
    await said.waitFor()
    expect(await said.innerText()).toMatch(/没有收/u)
    expect(await said.innerText()).not.toMatch(/application\/|声明的类型|系统错误/u)
    expect(await axeFindings(mother)).toEqual([])
    expect(await layoutFaults(mother)).toEqual([])
    await add.setInputFiles({ name: 'test.png', mimeType: 'image/png', buffer: picture })
    await todo.getByText('test.png：已收到').waitFor()
    await todo.getByRole('button', { name: '写承诺，不交材料' }).click()
    await todo.getByRole('button', { name: '都带了，请接着办' }).click()
    await mother.getByText('现在没有要你做的').waitFor()
  })

  it('gives the case to a colleague, who finds it under their own name', async () => {
    const colleague = await nameOf('township')
    officer = await openAs('officer', '/desk/cases')
    await untilShown(officer, name)
    await officer
      .getByRole('row', { name: new RegExp(`${name}.*${test.replace(/[（）]/gu, '.')}`, 'u') })
      .getByRole('link')
      .click()
    await officer.getByRole('heading', { name: `决定：${test}` }).waitFor()
    await officer.keyboard.press('Escape')
    await officer.keyboard.press('s')
    const whom = officer.getByLabel('交给谁')
    await whom.locator('option', { hasText: colleague }).waitFor({ state: 'attached' })
    await whom.selectOption({ label: await whom.locator('option', { hasText: colleague }).first().innerText() })
    await officer.getByRole('button', { name: '换人' }).last().click()
    await officer.getByText(`已记下：${test} 换人`).waitFor()
    await officer.getByText(`经办人：${colleague}`).waitFor()
    const township = await openAs('township', '/desk/cases')
    await untilShown(township, name)
    const row = township.getByRole('row', { name: new RegExp(`${name}.*机构外`, 'u') })
    await row.getByText('我', { exact: true }).waitFor()
  })

  it('opens what the family brought, and the audit chain says who did', async () => {
    const [download] = await Promise.all([
      officer.waitForEvent('download'),
      officer.getByRole('link', { name: '亲子鉴定', exact: true }).click(),
    ])
    expect(await download.failure()).toBeNull()
    const reviewer = await openAs('reviewer', '/desk/log')
    await reviewer.locator('tr[data-kind="download"]').first().waitFor()
    const line = await reviewer.locator('tr[data-kind="download"]').first().innerText()
    expect(line).toContain(await nameOf('officer'))
    expect(line).toContain('下载')
  })

  it('hands an item over to another province, and the family sees who has it', async () => {
    await officer.getByRole('button', { name: '移交' }).first().click()
    await officer.getByLabel('移交给').selectOption({ label: '外县、外省的单位…' })
    await officer.getByLabel('哪里的哪个单位').fill('湖南省临湘市妇幼保健院')
    await officer.getByLabel('为什么移交').fill('孩子在临湘出生')
    await officer.getByRole('button', { name: '移交' }).last().click()
    await officer.getByText('已移交：湖南省临湘市妇幼保健院').waitFor()
    expect(await axeFindings(officer)).toEqual([])
    await openMine(mother, name)
    await itemOf(mother, '出生医学证明').getByText('现在在湖南省临湘市妇幼保健院').waitFor()
  })

  it('lets the family withdraw; what is not done stops, and no queue has it any more', async () => {
    await mother.getByText('不办了', { exact: true }).click()
    await mother.getByText('还没办的就停下').waitFor()
    await mother.getByLabel('为什么不办了').fill('回老家办')
    await mother.getByRole('button', { name: '撤回，先不办' }).click()
    await mother.getByText('你已经撤回。').waitFor()
    expect(await mother.getByRole('heading', { name: '要你做的' }).count()).toBe(0)
    expect(await axeFindings(mother)).toEqual([])
    await officer.goto(`${address}/desk/cases`)
    await officer.getByRole('heading', { name: /^办件/u }).waitFor()
    expect(await officer.getByRole('link', { name: new RegExp(name, 'u') }).count()).toBe(0)
    await setFault(data, '恢复', '卫健')
    // The file that was refused says so on the console.
    expect(complaints.filter((text) => !/status of 4(?:00|15|22)/u.test(text))).toEqual([])
  })
})
