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

/** A birth that the hospital tells of and the mother confirms. */
async function bornAndConfirmed(mother: Page): Promise<string> {
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

  return String(record.body['name'])
}

/** A batch prepared by one, approved by another, exported; returns its page and the lines of the order. */
async function order(preparer: Page) {
  await preparer.goto(`${address}/desk/payments`)
  await preparer.getByRole('button', { name: '制付款单' }).click()
  const number = (await preparer.getByText(/已制单 /u).innerText()).match(/\S+支付-\d+-\d+/u)?.[0] ?? ''
  await preparer.getByRole('link', { name: number }).click()
  await preparer.getByText('要另一位同事复核').waitFor()
  const batch = preparer.url()
  const approver = await as('cashier-approver', new URL(batch).pathname)
  await approver.getByRole('button', { name: /复核通过/u }).click()
  const [download] = await Promise.all([
    approver.waitForEvent('download'),
    approver.getByRole('button', { name: '导出（UTF-8）' }).click(),
  ])
  const text = await (await download.createReadStream()).toArray()
  const file = Buffer.concat(text as Buffer[])
    .toString('utf8')
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
  return { batch, rows: file.slice(1, -1).map((row) => row.split(',')), total: file.at(-1)?.split(',')[4] ?? '' }
}

/** The bank's answer to an order: one result for all its lines. */
async function answer(
  preparer: Page,
  { batch, rows, total }: Awaited<ReturnType<typeof order>>,
  result: '成功' | '失败',
): Promise<void> {
  const reason = result === '失败' ? '账号户名不符' : ''
  const lines = [
    '序号,笔数,金额,结果,日期,附言,原因',
    ...rows.map((row) => `${row[0]},,${row[4]},${result},${today()},${row[6]},${reason}`),
    `合计,${rows.length},${total},,,,`,
  ]
  await preparer.goto(batch)
  const file = { name: 'answer.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  await preparer.getByLabel('导入银行回单').setInputFiles(file)
  await preparer.getByText('已导入').waitFor()
}

async function giveAccount(mother: Page, { name, number }: { readonly name: string; readonly number: string }) {
  await mother.getByLabel('户名').fill(name)
  await mother.getByLabel('银行账号').fill(number)
  await mother.getByRole('button', { name: /领取|更正收款账户/u }).click()
}

/** Pictures of a page at both sizes, where they were asked for. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder === undefined) return
  await page.waitForLoadState('networkidle')
  const before = page.viewportSize() ?? phone
  for (const [size, viewport] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true })
  }
  await page.setViewportSize(before)
}

it('the delivery aid is paid, after the bank refused an account, and comes back when it was wrong', async () => {
  const mother = await as('resident-mother', '/me')
  const name = await bornAndConfirmed(mother)
  // The program offers by itself what the birth made due: how much is said before anything is opened.
  await expect
    .poll(
      async () =>
        ((await send(mother, 'GET', '/api/my/claims')).body['lines'] as readonly { benefit: { id: string } }[]).some(
          ({ benefit }) => benefit.id === 'delivery-aid',
        ),
      { timeout: 120_000, interval: 1000 },
    )
    .toBe(true)
  await mother.reload()
  const offer = mother.getByRole('link', { name: /住院分娩补助.*现在可以领 500 元/u })
  await offer.waitFor()
  await shoot(mother, 'me')
  await offer.click()
  await giveAccount(mother, { name, number: '12' })
  await mother
    .getByRole('alert')
    .filter({ hasText: /账号|8/u })
    .first()
    .waitFor()
  await giveAccount(mother, { name, number: '6222 0200 1122 3344' })
  await mother.getByText('已收到').waitFor()
  const claim = mother.url().split('/').at(-1) ?? ''

  const township = await as('township-worker', `/desk/claims/${claim}`)
  await township.getByRole('button', { name: '初审通过' }).click()
  await township.getByText('已办好').waitFor()
  const officer = await as('benefit-officer', `/desk/claims/${claim}`)
  await officer.getByRole('button', { name: '确认发放 500.00 元' }).click()
  await officer.getByText('已办好').waitFor()

  // The bank does not take the account; the mother corrects it, and it is paid with the next batch.
  const preparer = await as('cashier-preparer', '/desk/payments')
  await answer(preparer, await order(preparer), '失败')
  await mother.goto(`${address}/me/claims/${claim}`)
  await mother.getByText('银行退回了：账号户名不符').waitFor()
  await shoot(mother, 'sent-back')
  await giveAccount(mother, { name, number: '6222 0200 1122 3355' })
  await mother.getByText('已收到').waitFor()
  await answer(preparer, await order(preparer), '成功')
  await mother.goto(`${address}/me`)
  await mother.getByRole('link', { name: /住院分娩补助.*已到账/u }).waitFor()

  // Decided again after it was paid: a reason, two people, and the family reads what is to come back and why.
  await officer.goto(`${address}/desk/claims/${claim}`)
  await officer.getByText('重新决定', { exact: true }).click()
  await officer.getByLabel('为什么重新决定').fill('另一方已经在别的县领过这项补助')
  await officer.getByRole('button', { name: '开始重新决定' }).click()
  await officer.getByText('重新审核中').waitFor()
  await shoot(officer, 'again')
  await officer.getByText('与规则不同的决定').click()
  const otherwise = officer.locator('details', { hasText: '与规则不同的决定' })
  await otherwise.getByLabel('理由').first().fill('另一方已经在别的县领过这项补助')
  await otherwise.getByRole('combobox').selectOption('claimed-elsewhere')
  await otherwise.getByRole('button', { name: '不予发放' }).click()
  await officer.getByText('等第二个人同意').first().waitFor()
  const colleague = await as('benefit-colleague', `/desk/claims/${claim}`)
  await colleague.getByRole('button', { name: '同意', exact: true }).click()
  await colleague.getByText('已办好').waitFor()
  await mother.goto(`${address}/me/claims/${claim}`)
  await mother.getByText('重新计算后，多发了 500 元，要请你退回。').waitFor()
  await mother.getByText('另一方已经在别的县领过这项补助').first().waitFor()
  await shoot(mother, 'to-come-back')

  // The mother objects; a colleague of whoever proposed answers.
  await mother.getByText('我觉得不对，提出异议').click()
  await mother.getByLabel('哪里不对').fill('我们没有在别的县领过')
  await mother.getByRole('button', { name: '提出异议' }).click()
  await mother.getByText('还没有答复').waitFor()
  await colleague.reload()
  await colleague.getByLabel('答复（家庭看得到）').fill('已向邻县核实，今年三月领过一次')
  await shoot(colleague, 'objection')
  await colleague.getByRole('button', { name: '异议不成立，维持' }).click()
  await colleague.getByText('不成立', { exact: true }).waitFor()
  await mother.reload()
  await mother.getByText('已向邻县核实，今年三月领过一次').first().waitFor()

  // The money comes back in two parts, and all agrees to the fen.
  await preparer.goto(`${address}/desk/claims/${claim}`)
  for (const [yuan, receipt] of [
    ['499.99', '收据 0011'],
    ['0.01', '收据 0012'],
  ] as const) {
    await preparer.getByLabel('收到金额（元）').fill(yuan)
    await preparer.getByLabel('到账日期').fill(today())
    await preparer.getByLabel('收据号或转账说明').fill(receipt)
    if (yuan === '499.99') await shoot(preparer, 'repayment')
    await preparer.getByRole('button', { name: '记下这笔退款' }).click()
    await preparer.getByText(receipt).waitFor()
  }
  await preparer.goto(`${address}/desk/payments`)
  await preparer.getByText('一分不差').waitFor()
  await shoot(preparer, 'payments')
  await mother.goto(`${address}/me`)
  await mother.getByText('已退回').first().waitFor()
  // The account that was none.
  expect(complaints).toEqual([expect.stringContaining('400')])
}, 300_000)

it('a mother finds what was not offered, is told why, answers what is asked, and claims it', async () => {
  const mother = await as('resident-mother', '/me')
  await mother.getByRole('link', { name: '看看还有什么可以领' }).click()
  await mother.getByLabel('找一找').fill('育儿补贴')
  await shoot(mother, 'benefits')
  // Her child at home: what is missing is named, and asked.
  await mother
    .getByRole('link', { name: /国家育儿补贴.*还要知道.*国籍/u })
    .first()
    .click()
  await mother.getByRole('heading', { level: 1, name: /国家育儿补贴/u }).waitFor()
  await mother.getByRole('heading', { name: /国籍/u }).waitFor()
  await shoot(mother, 'asked')
  await mother.getByRole('button', { name: '是', exact: true }).click()
  await mother.getByRole('button', { name: /咸安/u }).click()
  await mother.getByLabel('户名').fill('李梅')
  await mother.getByLabel('银行账号').fill('6222020011223344')
  await mother.getByLabel('联系电话').fill('13800000000')
  await shoot(mother, 'to-claim')
  await mother.getByRole('button', { name: /^申领/u }).click()
  await mother.getByText('乡镇（街道）初审中').waitFor()
}, 300_000)
