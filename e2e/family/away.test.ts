import { describe, expect, it } from 'vitest'
import { keepHousehold, xiananFamily } from '../browser/household.ts'
import { address, openPage } from '../browser/open-page.ts'

const when = 'on=2026-01-15'

describe('what a family takes along', () => {
  it('works without a network once it was opened', async () => {
    const page = await openPage()
    await keepHousehold(page, xiananFamily)
    await page.goto(`${address}/xianan?${when}`)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    // The first visit installs; the second goes through it and keeps the place.
    await page.reload()
    await page.getByText('每学期 500 元').first().waitFor()
    await page.context().setOffline(true)
    await page.reload()
    await page.getByText('每学期 500 元').first().waitFor()
    await page.getByRole('link', { name: '时间表' }).click()
    await page.getByRole('heading', { name: '从怀孕到六岁' }).waitFor()
    await page.goto(`${address}/`)
    await page.getByRole('link', { name: /咸安区/u }).waitFor()
  })

  it('sends nothing of the answers anywhere', async () => {
    const page = await openPage()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
    await keepHousehold(page, xiananFamily)
    await page.goto(`${address}/xianan?${when}`)
    await page.getByText('每学期 500 元').first().waitFor()
    await page.getByRole('link', { name: '时间表' }).click()
    await page.getByRole('heading', { name: '从怀孕到六岁' }).waitFor()
    expect(sent.every((line) => line.startsWith(`GET ${address}/`))).toBe(true)
    expect(sent.join('\n')).not.toMatch(/5200|800000|2025-10-01|421202/u)
  })

  it('shares a link that holds the place and the benefit and nothing else', async () => {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] })
    await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }))
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'))
    await keepHousehold(page, xiananFamily)
    await page.goto(`${address}/xianan?${when}`)
    const card = page.locator('#answer-nursery-enrolment-aid-0')
    await card.locator('summary').click()
    await card.getByRole('button', { name: '分享这一项' }).click()
    await card.getByText('链接已复制').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(`${address}/xianan/benefit/nursery-enrolment-aid`)
    const other = await openPage()
    await other.goto(link)
    await other.getByRole('heading', { name: '入托补贴' }).waitFor()
    const text = await other.locator('main').innerText()
    expect(text).toMatch(/每学期 500 元/u)
    expect(text).toMatch(/二（三）7/u)
    expect(text).not.toMatch(/2025年10月1日/u)
  })

  it('saves a calendar file with the days of what it can get', async () => {
    const page = await openPage()
    await keepHousehold(page, xiananFamily)
    await page.goto(`${address}/xianan?${when}`)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '把日子都加到日历' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/\.ics$/u)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const file = Buffer.concat(chunks).toString('utf8')
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/u)
    const events = file.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)
    expect(events.length).toBeGreaterThan(3)
    // 30 September 2028 is the last day before the third birthday.
    expect(events.some((event) => event.includes('DTSTART;VALUE=DATE:20280930') && event.includes('入托补贴'))).toBe(
      true,
    )
  })

  it('prints the answers opened, without the questions', async () => {
    const page = await openPage()
    await keepHousehold(page, xiananFamily)
    await page.goto(`${address}/xianan?${when}`)
    await page.evaluate(() => {
      window.print = () =>
        document.body.setAttribute(
          'data-printed',
          String(document.querySelectorAll('#group-eligible details:not([open])').length),
        )
    })
    await page.getByRole('button', { name: '打印' }).click()
    expect(await page.locator('body').getAttribute('data-printed')).toBe('0')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('section.question').isVisible()).toBe(false)
    expect(await page.locator('.masthead').isVisible()).toBe(false)
    expect(await page.locator('#answer-nursery-enrolment-aid-0 cite').isVisible()).toBe(true)
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('looking further', () => {
  it('shows the money and the days of each month, with totals that add up', async () => {
    const page = await openPage()
    await keepHousehold(page, xiananFamily)
    await page.goto(`${address}/xianan/timeline?${when}`)
    const table = page.getByRole('table')
    await table.waitFor()
    const { total, years, months } = await page.evaluate(() => {
      const yuan = (text: string | null | undefined) =>
        Number(/([\d,.]+) 元/u.exec(text ?? '')?.[1]?.replaceAll(',', '') ?? 0)
      const rows = [...document.querySelectorAll('.months tbody tr')]
      const sum = (some: Element[]) =>
        some.reduce((all, row) => all + yuan(row.querySelector('td')?.firstChild?.textContent), 0)
      return {
        total: yuan(document.querySelector('.timeline-total strong')?.textContent),
        years: sum(rows.filter((row) => row.classList.contains('year-row'))),
        months: sum(rows.filter((row) => !row.classList.contains('year-row'))),
      }
    })
    expect(total).toBeGreaterThan(30_000)
    expect(Math.round(years)).toBe(total)
    expect(Math.round(months)).toBe(total)
    expect(await table.innerText()).toMatch(/2026年3月[\s\S]*入托补贴 500 元/u)
  })

  it('puts two places side by side as if the family lived there', async () => {
    const page = await openPage()
    await keepHousehold(page, xiananFamily)
    await page.goto(`${address}/xianan/compare?${when}`)
    await page.getByLabel('和哪里比').selectOption({ label: '北京市' })
    const row = page.getByRole('row', { name: /育儿假/u }).first()
    await row.waitFor()
    expect(await row.innerText()).toMatch(/每年 10 天[\s\S]*每年 5 天/u)
    expect(
      await page
        .getByRole('row', { name: /入托补贴/u })
        .first()
        .innerText(),
    ).toMatch(/每学期 500 元[\s\S]*没有这一项/u)
  })

  it('puts two situations side by side and leaves the family’s own answers alone', async () => {
    const page = await openPage()
    await keepHousehold(page, xiananFamily)
    await page.goto(`${address}/xianan/compare?${when}`)
    await page.getByRole('button', { name: '两种情况' }).click()
    await page.getByLabel('改哪一条').selectOption({ label: '第二个孩子 · 托育机构已登记备案' })
    await page.locator('.compare-form').getByRole('button', { name: '否' }).click()
    expect(await page.getByRole('row', { name: /入托补贴/u }).innerText()).toMatch(/每学期 500 元[\s\S]*不符合/u)
    expect(await page.evaluate(() => localStorage.getItem('junheng.household.1'))).toContain(
      '"child.nursery.filed":true',
    )
  })
})
