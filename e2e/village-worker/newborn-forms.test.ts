import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { checkCharacter } from '../../packages/kernel/src/index.ts'
import { choosePurpose, openAs } from '../browser/office.ts'
import { today } from '../browser/house.ts'

async function openForm(): Promise<Page> {
  const page = await openAs('village', '/desk/people/new')
  await choosePurpose(page)
  await page.getByRole('form', { name: /登记/u }).first().waitFor()
  return page
}

const form = (page: Page) => page.locator('form.register-form')

async function fill(page: Page, entry: { readonly name: string; readonly sex: string; readonly born: string }) {
  await form(page).getByLabel('姓名').fill(entry.name)
  await form(page).getByLabel('性别').selectOption({ label: entry.sex })
  await form(page).getByLabel('出生日期').fill(entry.born)
}

// Longer than any column is wide, beyond the basic plane, and with the points that Mongolian and Tibetan names have.
for (const name of ['阿拉坦其其格·孛儿只斤·额尔敦陶格陶', '益西旺秋·贡噶坚赞贝桑布', '𠮷田𬱖子'])
  it(`a newborn called ${name} is registered with every character`, async () => {
    const page = await openForm()
    await fill(page, { name, sex: '女', born: today(3) })
    await form(page).getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('link', { name: new RegExp(name, 'u') }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider).toBeLessThanOrEqual(0)
  })

it('one identity number belongs to one person: the second is refused under its field, and no empty household stays', async () => {
  const right = `42120219900101099${checkCharacter('42120219900101099')}`
  const page = await openForm()
  await fill(page, { name: '同号一', sex: '男', born: '1990-01-01' })
  await form(page).getByLabel('身份证号').fill(right)
  await form(page).getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('link', { name: /同号一/u }).waitFor()
  await page.getByRole('button', { name: /再登记/u }).click()
  await fill(page, { name: '同号二', sex: '男', born: '1990-01-01' })
  await form(page).getByLabel('身份证号').fill(right)
  await form(page).getByLabel('新开一户').check()
  await form(page).getByLabel('地址').fill('空户巷 1 号')
  await form(page).getByRole('button', { name: '登记', exact: true }).click()
  await form(page).getByText('这个身份证号已登记在另一个人名下').waitFor()
  await page.goto(`${new URL(page.url()).origin}/desk/people`)
  await choosePurpose(page)
  await page.getByRole('searchbox').fill('空户巷')
  await page.keyboard.press('Enter')
  await page
    .getByRole('status')
    .filter({ hasText: /没有|0/u })
    .first()
    .waitFor()
})

it('a mother of another village is handed over by number and name; a wrong pair is said, and nobody is shown', async () => {
  const page = await openForm()
  await page.getByText('母亲登记在别的村？转给那边登记').click()
  const over = page.getByRole('form', { name: '母亲登记在别的村？转给那边登记' })
  await over.getByLabel('母亲的姓名').fill('无此人')
  await over.getByLabel('母亲的身份证号').fill('421202199001010010')
  await over.getByLabel('要办什么').fill('生了一个女孩，出生医学证明在我这里')
  await over.getByRole('button', { name: '转给她的村（社区）' }).click()
  await over.getByRole('alert').filter({ hasText: '对不上任何人' }).waitFor()
  await over.getByLabel('母亲的身份证号').fill('4212021990')
  await over.getByRole('button', { name: '转给她的村（社区）' }).click()
  await over.getByText('身份证号应有 18 位').waitFor()
})
