import { describe, expect, it } from 'vitest'
import { address, complaints, desk, openPage, phone } from '../browser/open-page.ts'
import { openPlan, qinghePlan } from '../browser/open-plan.ts'
import { axeFindings, layoutFaults } from '../browser/see.ts'

describe('the library', () => {
  it('holds the five plans and opens each clause by clause, with what the pack does about it', async () => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block' })
    await page.goto(`${address}/plans`)
    await page.getByRole('row').nth(5).waitFor()
    const rows = await page.locator('table tbody tr').allInnerTexts()
    expect(rows).toHaveLength(5)
    for (const name of ['咸安区', '田家庵区', '阿拉善盟', '北京市', '青海省']) expect(rows.join()).toContain(name)
    await page
      .getByRole('link', { name: /咸安区/u })
      .first()
      .click()
    const clause = page.locator('tr', { hasText: '二/(三)/7' }).last()
    await clause.getByRole('link', { name: /入托/u }).first().click()
    await page.waitForURL(/\/xianan\/benefit\//u)
  })

  it('shows only what is not carried out yet, when asked', async () => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block' })
    await page.goto(`${address}/plans/place/tianjiaan`)
    await page.locator('tbody tr').first().waitFor()
    const all = await page.locator('tbody tr').count()
    await page.getByLabel('只看还没有落实的').check()
    expect(await page.locator('tbody tr').count()).toBeLessThan(all)
  })

  it('compares two places measure by measure', async () => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block' })
    await page.goto(`${address}/plans`)
    await page.getByLabel('地方 A').selectOption('xianan')
    await page.getByLabel('地方 B').selectOption('tianjiaan')
    await page.getByRole('button', { name: '比较', exact: true }).click()
    await page.waitForURL(`${address}/plans/compare/xianan/tianjiaan`)
    const pair = page.locator('table.pairs tbody tr', { hasText: '≥4.5 个（2025）' }).first()
    expect(await pair.innerText()).toContain('≥8 个（2025）')
    const all = await page.locator('table.pairs tbody tr').count()
    await page.getByLabel('只看有差别的').check()
    expect(await page.locator('table.pairs tbody tr').count()).toBeLessThan(all + 1)
  })
})

describe('the staff’s pages', () => {
  const pages = ['/plans', '/plans/place/xianan', '/plans/compare/xianan/tianjiaan'] as const

  it.each([
    ['phone', phone],
    ['desk', desk],
  ] as const)(
    'are clean for axe and nothing is cut, at %s size',
    async (_, viewport) => {
      const page = await openPage({ viewport, serviceWorkers: 'block' })
      for (const path of pages) {
        await page.goto(`${address}${path}`)
        await page.locator('table tbody tr').first().waitFor()
        expect({ path, findings: await axeFindings(page) }).toEqual({ path, findings: [] })
        expect({ path, faults: wide(await layoutFaults(page)) }).toEqual({ path, faults: [] })
      }
      await openPlan(page)
      expect(await axeFindings(page)).toEqual([])
      await page
        .getByRole('option', { name: /一次性生育补贴/u })
        .first()
        .click()
      const check = page.getByRole('button', { name: /^待核对/u }).first()
      if (viewport === phone) await check.click()
      expect(await axeFindings(page)).toEqual([])
      expect(complaints).toEqual([])
    },
    120_000,
  )

  it('send nothing of the document anywhere', async () => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block', acceptDownloads: true })
    const sent: string[] = []
    page.on('request', (request) => {
      sent.push(`${request.method()} ${decodeURIComponent(request.url())} ${request.postData() ?? ''}`)
    })
    page.on('websocket', (socket) => sent.push(`SOCKET ${socket.url()}`))
    await openPlan(page, qinghePlan)
    await page.getByRole('option', { name: /增加托育供给/u }).click()
    await page.getByRole('button', { name: '导出政策包草稿' }).click()
    await page.getByText(/已导出/u).waitFor()
    const elsewhere = sent.filter(
      (line) => !/^GET (?:blob:)?http:\/\/(?:127\.0\.0\.1|localhost)[:/]/u.test(line) && !line.startsWith('GET data:'),
    )
    expect(elsewhere).toEqual([])
    expect(sent.filter((line) => /青禾|托育|qinghe/u.test(line))).toEqual([])
  })
})

/** On the dense desk, rows are 32 px high by design: only what is cut or too wide counts here. */
const wide = (faults: readonly string[]): readonly string[] => faults.filter((fault) => !fault.includes('is only'))
