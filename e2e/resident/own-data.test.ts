import { expect, it } from 'vitest'
import { choosePurpose, nameOf, openAs, openPerson } from '../browser/office.ts'
import { address, openPage, phone } from '../browser/open-page.ts'

const onPhone = { viewport: phone }

it('a resident sees what is on file, and that an officer just looked, from where and why', async () => {
  const name = await nameOf('mother')
  const officer = await nameOf('officer')
  const desk = await openAs('officer', '/desk/people')
  await choosePurpose(desk)
  await openPerson(desk, name)
  const page = await openAs('mother', '/me', onPhone)
  await page.getByRole('heading', { name: '登记了我什么' }).waitFor()
  await page.locator('.my-facts').getByText(name).waitFor()
  const latest = page.locator('.readings > li').first()
  await latest.getByText(officer).waitFor()
  expect(await latest.textContent()).toMatch(/人口家庭科.*为了：人口登记/su)
})

it('what is wrong is said here, waits on the worker’s list, and is answered', async () => {
  const page = await openAs('mother', '/me', onPhone)
  await page.getByRole('button', { name: '哪里不对？姓名' }).click()
  const form = page.getByRole('form', { name: '哪里不对？姓名' })
  await form.getByLabel('应该是什么').fill('中间的字应该是“雅”，户口本上就是')
  await form.getByRole('button', { name: '告诉他们' }).click()
  await page.getByText('已经转给你们村').waitFor()
  const worker = await openAs('village', '/desk', onPhone)
  const item = worker.getByRole('row').filter({ hasText: '中间的字应该是' })
  await item.getByRole('button', { name: '答复本人' }).click()
  await item.getByLabel(/^答复/u).fill('已核对户口本，登记无误。')
  await item.getByRole('button', { name: '发出答复' }).click()
  await item.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText('答复：已核对户口本，登记无误。').waitFor()
})

it('a phone and the code from the visible message lead in; a wrong code does not, and an unknown phone is not told', async () => {
  const name = await nameOf('mother')
  const officer = await openAs('officer', '/desk/people')
  await choosePurpose(officer)
  await openPerson(officer, name)
  const head = officer.locator('.person-head')
  await head.getByRole('button', { name: /显示全号.*电话/u }).click()
  await head.getByText('全号，已记下').waitFor()
  const number = (await head.locator('.masked').last().textContent())?.trim() ?? ''
  const page = await openPage(onPhone)
  await page.goto(`${address}/me`)
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByText('如果这个号码登记过').waitFor()
  const message = page.locator('.sink li')
  await message.waitFor()
  const code = /\d{6}/u.exec((await message.textContent()) ?? '')?.[0] ?? ''
  await page.getByLabel('验证码').fill(code === '123456' ? '654321' : '123456')
  await page.getByRole('button', { name: '进去看' }).click()
  await page.getByRole('alert').filter({ hasText: '验证码不对或已过期' }).waitFor()
  await page.getByLabel('验证码').fill(code)
  await page.getByRole('button', { name: '进去看' }).click()
  const who = page.getByText('这个号码登记在几个人名下')
  await page.getByRole('heading', { name: '登记了我什么' }).or(who).first().waitFor()
  expect(await who.count()).toBe(0)

  const stranger = await openPage(onPhone)
  await stranger.goto(`${address}/me`)
  await stranger.getByLabel('手机号').fill('13700000000')
  await stranger.getByRole('button', { name: '发验证码' }).click()
  await stranger.getByText('如果这个号码登记过').waitFor()
})

it('staff and residents are shown the way to their own page', async () => {
  const staff = await openAs('officer', '/me', onPhone)
  await staff.getByRole('link', { name: '回工作台' }).waitFor()
  const resident = await openAs('mother', '/desk', onPhone)
  await resident.getByRole('link', { name: '去看我的资料' }).waitFor()
})
