import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { exportDraft } from '../browser/draft-pack.ts'
import { desk, openPage } from '../browser/open-page.ts'
import { openPlan, qinghePlan } from '../browser/open-plan.ts'

/** The plan with one paragraph more: what a measure below another looks like before it is split off. */
const plan = {
  name: 'qinghe-plan.txt',
  bytes: Buffer.from(
    qinghePlan.bytes
      .toString('utf8')
      .replace('（四）降低托育机构成本', '延伸服务到村。各乡镇每年至少举办4场亲子活动。\n\n（四）降低托育机构成本'),
  ),
}

const row = (page: Page, name: RegExp) => page.getByRole('option', { name }).first()
const lit = (page: Page) => page.locator('.pane.document mark.lit')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Types into a field of the form and leaves it. */
async function correct(page: Page, label: string, text: string): Promise<void> {
  const field = page
    .locator('.inspector label.field')
    .filter({ has: page.locator('span', { hasText: new RegExp(`^${label}$`, 'u') }) })
    .locator('input, textarea')
  await field.fill(text)
  await field.press('Enter')
}

const open = async (given: Parameters<typeof openPlan>[1] = plan): Promise<Page> => {
  const page = await openPage({ viewport: desk, serviceWorkers: 'block', acceptDownloads: true })
  await openPlan(page, given)
  return page
}

describe('a plan on the desk', () => {
  it('shows the text and what was read in it; pointing at one lights the other', async () => {
    const page = await open()
    await row(page, /普惠托位占比/u).hover()
    expect(await lit(page).allInnerTexts()).toEqual([expect.stringContaining('普惠托位占比不低于70%')])
    await page.locator('.pane.document mark', { hasText: '婴儿死亡率控制在4.5‰以下' }).hover()
    expect(await page.locator('.structure .lit').innerText()).toContain('≤4.5 ‰')
    await page.locator('.pane.document mark', { hasText: '每人每月补助200元' }).click()
    expect(await page.locator('.structure .selected').innerText()).toContain('200 元')
    expect(await page.locator('.inspector blockquote').innerText()).toContain('每人每月补助200元')
  })

  it('keeps doubts as a list of things to do, by mouse and by key', async () => {
    const page = await open()
    const count = async (): Promise<number> =>
      Number(/\d+/.exec(await page.locator('#todo-heading').innerText())?.[0] ?? '-1')
    const before = await count()
    expect(before).toBeGreaterThan(1)
    await page
      .getByRole('button', { name: /^看过了：/u })
      .first()
      .click()
    expect(await count()).toBe(before - 1)
    await press(page, '撤销')
    expect(await count()).toBe(before)
    await press(page, '重做')
    expect(await count()).toBe(before - 1)
    await page.locator('h1').click()
    await page.keyboard.press('d')
    await page.keyboard.press('c')
    expect(await count()).toBe(before - 2)
    await page.keyboard.press('u')
    expect(await count()).toBe(before - 1)
  })

  it('takes corrections of a unit, a target and a benefit, and gives each back', async () => {
    const page = await open()
    await row(page, /增加托育供给/u).click()
    await correct(page, '牵头', '县卫生健康局')
    await row(page, /增加托育供给 ?县卫生健康局/u).waitFor()
    await press(page, '撤销')
    await row(page, /增加托育供给 ?县发展改革委/u).waitFor()
    await press(page, '重做')

    await row(page, /普惠托位占比/u).click()
    await correct(page, '数值', '75')
    await row(page, /普惠托位占比.*≥75 %/su).waitFor()

    await row(page, /200 元/u).click()
    await correct(page, '数额', '260')
    await row(page, /260 元/u).waitFor()
    await press(page, '确认')
    expect(await row(page, /260 元/u).innerText()).toContain('已改')
  })

  it('splits a measure, merges it back, confirms one, and leaves as a pack that loads', async () => {
    const page = await open()
    const sections = async (): Promise<number> => page.locator('.structure .row-section').count()
    const before = await sections()
    await row(page, /增加托育供给/u).click()
    const line = page.getByLabel('先点正文里的一行，再拆分')
    await line.selectOption({ label: (await line.locator('option', { hasText: '延伸服务' }).innerText()).trim() })
    await press(page, '从这一行分成新的一条')
    expect(await sections()).toBe(before + 1)
    await row(page, /延伸服务到村/u).click()
    await correct(page, '标题', '延伸服务到村')
    await press(page, '这一条都对')
    await row(page, /降低托育机构成本/u).click()
    await press(page, '并到上一条')
    expect(await sections()).toBe(before)
    await press(page, '撤销')
    expect(await sections()).toBe(before + 1)
    await row(page, /普惠托位占比/u).click()
    await correct(page, '数值', '75')

    const { files, problems, errors, pack, questions } = await exportDraft(page, 'qinghe')
    expect({ problems, errors }).toEqual({ problems: [], errors: [] })
    expect(pack.clauses.map(({ data }) => data.heading)).toContain('延伸服务到村')
    expect(pack.targets.map(({ data }) => data.value)).toContain(75)
    expect(pack.benefits.length).toBeGreaterThan(8)
    expect(questions.join('\n')).toContain('不能确定地区代码')
    expect([...files.keys()].every((path) => /^\d{6}-qinghe\//u.test(path))).toBe(true)
  })
})

/** Real plans that are kept beside the repository on the machines of those who write it. */
const beside = new URL('../../../shared/policy/more/', import.meta.url)
const real = ['guangdong-childcare-subsidy-plan.txt', 'jiangxi-childcare-subsidy-one-thing-plan.txt'].filter((name) =>
  existsSync(new URL(name, beside)),
)

describe('real plans, where they are at hand', () => {
  it('go from upload to a draft pack that loads', async () => {
    for (const name of real) {
      const page = await open({ name, bytes: readFileSync(new URL(name, beside)) })
      await page.locator('.structure .row-section').first().click()
      await press(page, '这一条都对')
      const { problems, errors, pack, questions } = await exportDraft(page, 'drafted')
      expect({ name, problems, errors }).toEqual({ name, problems: [], errors: [] })
      expect(pack.clauses.length).toBeGreaterThan(5)
      expect(questions.length).toBeGreaterThan(2)
    }
  }, 120_000)
})
