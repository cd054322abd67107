import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axeFindings, layoutFaults } from '../browser/see.ts'
import { choosePurpose, nameOf, openAs, openPerson } from '../browser/office.ts'
import { address, openPage, phone } from '../browser/open-page.ts'

const shared = '13955550001'

/** Records another phone of whose page is open, as an officer does. */
async function statePhone(page: Page): Promise<void> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const status = await page.evaluate(
    async ([who, number]) => {
      const response = await fetch('/api/register/actions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          id: crypto.randomUUID(),
          region: '421202',
          purpose: 'registration',
          source: { kind: 'declared', reference: 'test' },
          command: { kind: 'state-fact', person: who, attribute: 'phone', value: number, from: '2026-01-01' },
        }),
      })
      return response.status
    },
    [id, shared] as const,
  )
  expect(status).toBe(200)
}

it('a phone of two people asks who one is, refuses a wrong answer, and lets the right one in', async () => {
  const mother = await nameOf('mother')
  const officer = await openAs('officer', '/desk/people')
  await choosePurpose(officer)
  await openPerson(officer, mother)
  await statePhone(officer)
  const head = officer.locator('.person-head')
  await head.getByRole('button', { name: /显示全号.*身份证号/u }).click()
  await head.getByText('全号，已记下').waitFor()
  const identity = /\d{17}[\dX]/u.exec((await head.textContent()) ?? '')?.[0] ?? ''
  // Somebody else of the family has the same phone.
  const family = officer.getByRole('region', { name: '家庭' })
  const before = officer.url()
  await family.getByRole('link').first().click()
  await officer.waitForURL((url) => url.href !== before)
  await statePhone(officer)

  const page = await openPage({ viewport: phone })
  await page.goto(`${address}/me`)
  await page.getByLabel('手机号').fill(shared)
  await page.getByRole('button', { name: '发验证码' }).click()
  const message = page.locator('.sink li')
  await message.waitFor()
  const code = /\d{6}/u.exec((await message.textContent()) ?? '')?.[0] ?? ''
  await page.getByLabel('验证码').fill(code)
  await page.getByRole('button', { name: '进去看' }).click()
  await page.getByText('这个号码登记在几个人名下').waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(await layoutFaults(page)).toEqual([])
  await page.getByLabel('姓名').fill(mother)
  await page.getByLabel('身份证号最后 4 位').fill(identity.endsWith('0001') ? '0002' : '0001')
  await page.getByRole('button', { name: '进去看' }).click()
  await page.getByRole('alert').filter({ hasText: '不符' }).waitFor()
  await page.getByLabel('身份证号最后 4 位').fill(identity.slice(-4))
  await page.getByRole('button', { name: '进去看' }).click()
  await page.getByRole('heading', { name: '登记了我什么' }).waitFor()
  await page.locator('.my-facts').getByText(mother).waitFor()
})
