import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { address, complaints, desk, openPage, phone, today } from '../browser/open-page.ts'

type Sent = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** A page where the holder of a card of the demonstration is signed in. */
async function as(card: string, path: string): Promise<Page> {
  const viewport = card.startsWith('resident') ? phone : desk
  const page = await openPage({ viewport, serviceWorkers: 'block' })
  await page.goto(`${address}${path}`)
  expect(await send(page, 'POST', '/api/demo/sign-in', { card })).toMatchObject({ status: 200 })
  await page.goto(`${address}${path}`)
  return page
}

/** Asks the service as the page itself would. */
function send(page: Page, method: string, path: string, body?: object): Promise<Sent> {
  return page.evaluate(
    async ([method, path, body]) => {
      const response = await fetch(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  )
}

it('a mother takes what is hers, two people pay it, and she sees it on her account', async () => {
  const mother = await as('resident-mother', '/me')
  const record = await send(mother, 'GET', '/api/my/record')
  const hospital = await as('hospital-clerk', '/desk')
  const told = await send(hospital, 'POST', '/api/births/notices', {
    id: crypto.randomUUID(),
    record: 'R-1',
    kind: 'live-birth',
    where: 'in-institution',
    foreignParents: 'none',
    mother: { name: record.body['name'], person: record.body['id'] },
    child: { sex: 'female', birthDate: today() },
  })
  expect(told).toMatchObject({ status: 200 })
  const id = String(told.body['caseId'])
  const found = await send(mother, 'GET', `/api/my/cases/${id}`)
  const form = found.body['form'] as {
    readonly version: string
    readonly fields: readonly { readonly name: string; readonly known: boolean }[]
  }
  const answers: Readonly<Record<string, unknown>> = {
    'child.name': '安安',
    'child.followsParent': 'mother',
    'household.phone': '13800000000',
    'household.registeredMarriage': true,
    'child.collectiveHousehold': false,
    'child.parentsOfTwoProvinces': false,
  }
  const facts = Object.fromEntries(
    form.fields.filter(({ name, known }) => !known && name in answers).map(({ name }) => [name, answers[name]]),
  )
  const confirmed = await send(mother, 'POST', `/api/my/cases/${id}/confirm`, { id: 'c', form: form.version, facts })
  expect(confirmed).toMatchObject({ status: 200 })

  // The program offers by itself what the birth made due.
  await expect
    .poll(async () => ((await send(mother, 'GET', '/api/my/claims')).body['lines'] as readonly unknown[]).length, {
      timeout: 120_000,
      interval: 1000,
    })
    .toBeGreaterThan(0)
  await mother.reload()
  // Whichever child it is of hers, this one is due.
  const offer = mother.getByRole('link', { name: /国家育儿补贴.*可以领/u })
  await offer.click()
  await mother.getByLabel('户名').fill(String(record.body['name']))
  await mother.getByLabel('银行账号').fill('12')
  await mother.getByRole('button', { name: /领取/u }).click()
  await mother
    .getByRole('alert')
    .filter({ hasText: /账号|8/u })
    .first()
    .waitFor()
  await mother.getByLabel('银行账号').fill('6222 0200 1122 3344')
  await mother.getByRole('button', { name: /领取/u }).click()
  await mother.getByText('已收到').waitFor()
  const claim = mother.url().split('/').at(-1) ?? ''

  const township = await as('township-worker', `/desk/claims/${claim}`)
  await township.getByRole('button', { name: '初审通过' }).click()
  await township.getByText('已办好').waitFor()
  const officer = await as('benefit-officer', `/desk/claims/${claim}`)
  await officer.getByRole('button', { name: /确认发放/u }).click()
  await officer.getByText('已办好').waitFor()

  const preparer = await as('cashier-preparer', '/desk/payments')
  await preparer.getByRole('button', { name: '制付款单' }).click()
  const number = preparer.getByRole('link', { name: /支付-/u })
  await number.click()
  await preparer.getByText('要另一位同事复核').waitFor()
  const batch = preparer.url()
  const approver = await as('cashier-approver', new URL(batch).pathname)
  await approver.getByRole('button', { name: /复核通过/u }).click()
  const [download] = await Promise.all([
    approver.waitForEvent('download'),
    approver.getByRole('button', { name: '导出（UTF-8）' }).click(),
  ])
  const text = await (await download.createReadStream()).toArray()
  const order = Buffer.concat(text as Buffer[])
    .toString('utf8')
    .replace('\uFEFF', '')
  const rows = order
    .trim()
    .split('\r\n')
    .slice(1, -1)
    .map((row) => row.split(','))
  const total = order.trim().split('\r\n').at(-1)?.split(',')[4]
  const answer = [
    '序号,笔数,金额,结果,日期,附言',
    ...rows.map((row) => `${row[0]},,${row[4]},成功,${today()},${row[6]}`),
    `合计,${rows.length},${total},,,`,
  ].join('\n')
  await preparer.goto(batch)
  const file = { name: 'answer.csv', mimeType: 'text/csv', buffer: Buffer.from(answer) }
  await preparer.getByLabel('导入银行回单').setInputFiles(file)
  await preparer.getByText('已导入').waitFor()
  await mother.goto(`${address}/me`)
  await mother.getByText('已到账').first().waitFor()
  if (process.env['SHOTS'] !== undefined) {
    const shots = [
      ['me', mother, '/me'],
      ['my-claim', mother, `/me/claims/${claim}`],
      ['claims', officer, '/desk/claims'],
      ['claim', officer, `/desk/claims/${claim}`],
      ['payments', preparer, '/desk/payments'],
      ['batch', approver, new URL(batch).pathname],
    ] as const
    for (const [name, page, path] of shots) {
      await page.goto(`${address}${path}`)
      await page.waitForLoadState('networkidle')
      for (const [size, viewport] of [
        ['phone', phone],
        ['desk', desk],
      ] as const) {
        await page.setViewportSize(viewport)
        await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${size}.png`, fullPage: true })
      }
    }
  }
  // The account that was none.
  expect(complaints).toEqual([expect.stringContaining('400')])
}, 300_000)
