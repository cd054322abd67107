import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openAs } from '../browser/office.ts'
import { address, complaints, phone } from '../browser/open-page.ts'
import { axeFindings, layoutFaults } from '../browser/see.ts'
import { untilShown } from '../browser/until-shown.ts'

let hospital: Page
let data: Page
let mother: Page
let clerk: Page
let officer: Page

const twins = ['李双溪', '李双林'] as const
/** One pixel: what a phone would send is larger, and as much a picture. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function setFault(deed: '停机' | '恢复', department: string): Promise<void> {
  await data.getByRole('button', { name: `${deed} ${department}` }).click()
  await data.getByText(`${department}（模拟）现在：${deed === '停机' ? '停机' : '正常'}`).waitFor()
}

/** Confirms the first offer, with a name for each child of the birth. */
async function confirmAs(...names: readonly string[]): Promise<void> {
  await mother.goto(`${address}/me`)
  await mother
    .getByText(/宝宝办证：还有 \d 项要你填/u)
    .first()
    .click()
  await mother.getByRole('button', { name: '开始填' }).click()
  for (const [at, name] of names.entries()) {
    await mother
      .getByRole('heading', { name: names.length === 1 ? /宝宝叫/u : new RegExp(`第 ${at + 1} 个`, 'u') })
      .waitFor()
    await mother.getByRole('textbox').fill(name)
    await mother.getByRole('button', { name: '下一步' }).click()
  }
  await mother.getByRole('button', { name: '随母亲' }).click()
  await mother.getByRole('textbox').fill('13800138000')
  await mother.getByRole('button', { name: '下一步' }).click()
  await mother.getByRole('button', { name: '都对，办吧' }).click()
  await mother.getByText('收到了。').waitFor()
}

async function openMine(name: string): Promise<void> {
  await mother.goto(`${address}/me`)
  await mother.getByRole('link', { name: new RegExp(`${name}的证件`, 'u') }).click()
  await mother.getByRole('heading', { name: `${name}的证件` }).waitFor()
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name, 'u') })

describe('what is in the way of a case', { timeout: 300_000 }, () => {
  it('makes one offer of twins, and takes the first once when the second is sent again', async () => {
    data = await openAs('data', '/desk/deliveries')
    await setFault('停机', '人社')
    hospital = await openAs('hospital', '/desk/births')
    await hospital.getByRole('button', { name: /^演示/u }).click()
    await hospital.getByText('演示里的人').waitFor()
    await hospital.getByLabel('出生日期').fill('2026-01-15')
    await hospital.getByRole('button', { name: '多胞胎，再加一个' }).click()
    for (const [at, record] of ['T-1', 'T-2'].entries()) {
      await hospital.getByLabel('性别', { exact: true }).nth(at).selectOption('female')
      await hospital.getByLabel('本院编号').nth(at).fill(record)
    }
    await hospital.getByLabel('体重').nth(1).fill('12')
    await hospital.getByRole('button', { name: '发出 2 份通知' }).click()
    await hospital.getByText('前面的已经收到').waitFor()
    await hospital.getByLabel('体重').nth(1).fill('2400')
    await hospital.getByRole('button', { name: '发出 2 份通知' }).click()
    await hospital.getByText('没有重复立案').waitFor()
    await hospital.getByText('已立案').waitFor()
    mother = await openAs('mother', '/me', { viewport: phone })
    await mother.getByText('给 2 个宝宝办证').waitFor()
    await confirmAs(...twins)
  })

  it('does one thing to many cases from the keyboard, each for itself', async () => {
    clerk = await openAs('card', '/desk/cases')
    for (const name of twins) await untilShown(clerk, name)
    for (let at = 0; at < twins.length; at += 1) {
      await clerk.keyboard.press('j')
      await clerk.keyboard.press('x')
    }
    await clerk.getByText('已选 2 件').waitFor()
    await clerk.getByRole('button', { name: '归我办' }).click()
    await clerk.getByText('2 件已记下。').waitFor()
    for (const name of twins) await row(clerk, name).getByText('我', { exact: true }).waitFor()
    expect(await axeFindings(clerk)).toEqual([])
  })

  it('asks the family for more, stops the clock and says so; a photo goes on', async () => {
    const [name] = twins
    await row(clerk, name).getByRole('link').click()
    await clerk.getByLabel('社会保障卡号').waitFor()
    await clerk.getByRole('button', { name: '不予办理' }).click()
    await clerk.getByText('不能拒绝').waitFor()
    await clerk.getByRole('button', { name: '要求补材料' }).click()
    await clerk.getByText('从今天起到补齐那天不计时').waitFor()
    await clerk.getByLabel('请家庭补什么').fill('监护人照片')
    await clerk.getByRole('button', { name: '要求补材料' }).last().click()
    await clerk.getByText('已记下：社会保障卡 要求补材料').waitFor()
    await openMine(name)
    await mother.getByRole('heading', { name: '“社会保障卡”还要你补材料' }).waitFor()
    await mother.getByText('监护人照片').first().waitFor()
    expect(await axeFindings(mother)).toEqual([])
    expect(await layoutFaults(mother)).toEqual([])
    const todo = mother.locator('.todo')
    await todo.locator('input[type="file"]').setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: photo })
    await todo.getByText('IMG_1.png：已收到').waitFor()
    await todo.getByRole('button', { name: '都带了，请接着办' }).click()
    await mother.getByText('现在没有要你做的').waitFor()
    await mother.getByRole('link', { name: /打开/u }).waitFor()
  })

  it('shows the desk what was brought, and decides', async () => {
    for (const name of twins) {
      await clerk.goto(`${address}/desk/cases`)
      await row(clerk, name).getByRole('link').click()
      await clerk.getByLabel('社会保障卡号').fill(`SS-T-${twins.indexOf(name) + 1}`)
      await clerk.keyboard.press('Enter')
      if (name === twins[0]) {
        const [download] = await Promise.all([
          clerk.waitForEvent('download'),
          clerk.getByRole('link', { name: '社会保障卡', exact: true }).click(),
        ])
        expect(await download.failure()).toBeNull()
      }
      await clerk.getByText('已记下：社会保障卡 办结').waitFor()
    }
    await setFault('恢复', '人社')
  })

  it('lets the family object to a result, and the lead look again', async () => {
    const [name] = twins
    await openMine(name)
    await untilShown(mother, '全部办好了。')
    await mother.getByText('提交意见', { exact: true }).first().click()
    await mother.getByLabel('对哪一项有意见').selectOption({ label: '社会保障卡' })
    await mother.getByLabel('哪里不对').fill('卡上的名字写错了')
    await mother.getByRole('button', { name: '提交意见' }).click()
    await mother.getByText('还没有答复').waitFor()
    officer = await openAs('officer', '/desk/cases')
    await untilShown(officer, name)
    await officer
      .getByRole('row', { name: /答复异议/u })
      .getByRole('link')
      .click()
    await officer.getByText('家庭的异议：卡上的名字写错了').waitFor()
    await officer.getByRole('textbox', { name: /^答复/u }).fill('核对过，名字和户口簿一致')
    await officer.getByRole('radio', { name: '不成立，维持' }).check()
    await officer.getByRole('button', { name: '答复异议' }).last().click()
    await officer.getByText('已记下：社会保障卡 答复异议').waitFor()
    await untilShown(mother, '核对过，名字和户口簿一致')
  })

  it('takes an objection to a whole case as well', async () => {
    const [, name] = twins
    await openMine(name)
    await untilShown(mother, '全部办好了。')
    await mother.getByText('提交意见', { exact: true }).first().click()
    await mother.getByLabel('对哪一项有意见').selectOption({ label: '整件事' })
    await mother.getByLabel('哪里不对').fill('等得太久')
    await mother.getByRole('button', { name: '提交意见' }).click()
    await mother.getByText('还没有答复').waitFor()
    await officer.goto(`${address}/desk/cases`)
    await untilShown(officer, name)
    await officer
      .getByRole('row', { name: /答复异议/u })
      .getByRole('link')
      .click()
    await officer.getByText('家庭的异议：等得太久').waitFor()
    expect(await axeFindings(officer)).toEqual([])
    await officer.getByRole('textbox', { name: /^答复/u }).fill('对不起，人社的系统停了一天')
    await officer.getByRole('radio', { name: '不成立，维持' }).check()
    await officer.getByRole('button', { name: '答复异议' }).click()
    await untilShown(mother, '对不起，人社的系统停了一天')
  })

  it('stops what a death ends, and says it to the parents quietly', async () => {
    await setFault('停机', '人社')
    await hospital.goto(`${address}/desk/births`)
    await hospital.getByRole('button', { name: /^演示/u }).click()
    await hospital.getByText('演示里的人').waitFor()
    await hospital.getByLabel('出生日期').fill('2026-04-20')
    await hospital.getByLabel('性别', { exact: true }).selectOption('male')
    await hospital.getByLabel('本院编号').fill('T-3')
    await hospital.getByRole('button', { name: '发出通知' }).click()
    await hospital.getByText('已立案').waitFor()
    await confirmAs('李春')
    await clerk.goto(`${address}/desk/cases`)
    await untilShown(clerk, '李春')
    await row(clerk, '李春').getByRole('link').click()
    await clerk.getByText('记下去世或迁走').click()
    await clerk.getByRole('combobox', { name: '记下去世或迁走' }).selectOption({ label: '孩子去世' })
    await clerk.getByRole('button', { name: '记下', exact: true }).click()
    await clerk.getByText('已记下：孩子去世').waitFor()
    await row(clerk, '社会保障卡').getByText('已停止').waitFor()
    await mother.reload()
    await mother.getByRole('heading', { name: /孩子走了。\s*我们很难过。/u }).waitFor()
    expect(await mother.locator('.loss').innerText()).not.toMatch(/宝宝|社会保障卡|办好了/u)
    await setFault('恢复', '人社')
  })

  it('leaves no complaint on any console', () => {
    // A notice that was refused says so there too.
    expect(complaints.filter((text) => !/status of 4(?:00|22)/u.test(text))).toEqual([])
  })
})
