import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openAs } from '../browser/office.ts'
import { complaints, phone } from '../browser/open-page.ts'
import { axeFindings, layoutFaults } from '../browser/see.ts'
import { untilShown } from '../browser/until-shown.ts'
import { confirmOffer, itemOf, openMine, setFault, tellOfBirth } from './birth.ts'

let data: Page
let mother: Page
let police: Page

const name = '李望舒'

/** Lines of a calendar file, unfolded (RFC 5545), by their name; a reminder's own lines left out. */
function eventsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const unfolded = file.replaceAll(/\r\n[ \t]/gu, '').replaceAll(/BEGIN:VALARM[\s\S]*?END:VALARM\r\n/gu, '')
  return [...unfolded.matchAll(/BEGIN:VEVENT\r\n([\s\S]*?)END:VEVENT/gu)].map(([, lines = '']) =>
    Object.fromEntries(
      lines.split('\r\n').flatMap((line) => {
        const at = line.indexOf(':')
        return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]]
      }),
    ),
  )
}

describe('a refusal, and what a family can do about it', { timeout: 300_000 }, () => {
  it('puts the days to remember into a calendar file that other programs read', async () => {
    data = await openAs('data', '/desk/deliveries')
    await setFault(data, '停机', '公安')
    const hospital = await openAs('hospital', '/desk/births')
    await tellOfBirth(hospital, '2026-11-20', ['R-1'])
    mother = await openAs('mother', '/me', { viewport: phone })
    await confirmOffer(mother, [name])
    const shown = await mother.locator('[aria-labelledby="case-days"] li').allInnerTexts()
    const [download] = await Promise.all([
      mother.waitForEvent('download'),
      mother.getByRole('button', { name: '加到手机日历' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.ics$/u)
    const file = await text(await download.createReadStream())
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    const events = eventsOf(file)
    expect(events).toHaveLength(shown.length)
    for (const event of events) {
      const day = event['DTSTART;VALUE=DATE'] ?? ''
      const said = `${Number(day.slice(0, 4))}年${Number(day.slice(4, 6))}月${Number(day.slice(6, 8))}日`
      expect(shown.some((line) => line.startsWith(said) && line.includes(event['SUMMARY'] ?? '-'))).toBe(true)
      // The rule goes with it.
      expect(event['DESCRIPTION']).toMatch(/《[^》]+》/u)
    }
  })

  it('refuses from the keyboard, on one of the grounds that the procedure names', async () => {
    police = await openAs('police', '/desk/cases')
    await untilShown(police, name)
    await police.keyboard.press('j')
    await police.keyboard.press('Enter')
    await police.getByLabel('孩子身份证号').waitFor()
    // Every item says its clock and its law, also before it begins.
    for (const row of await police.locator('.case-items-table tbody tr').all()) {
      expect(await row.locator('cite').first().innerText()).toMatch(/《[^》]+》/u)
    }
    expect(await axeFindings(police)).toEqual([])
    await expect.poll(() => police.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    // Out of the box, then one letter: a number that is being typed is never taken for a command.
    await police.keyboard.press('Escape')
    await police.keyboard.press('r')
    const ground = police.getByLabel('理由')
    await ground.waitFor()
    expect(await ground.evaluate((box) => box === document.activeElement)).toBe(true)
    await ground.press('ArrowDown')
    await police.keyboard.press('Tab')
    await police.keyboard.type('孩子已随父亲在临湘登记')
    await police.keyboard.press('Enter')
    await police.getByText('已记下：上户口 不予办理').waitFor()
    await police.getByRole('button', { name: '上户口', exact: true }).click()
    await police.getByText('理由：已在别处登记').waitFor()
  })

  it('tells the family why not, by which law, and how to object', async () => {
    await openMine(mother, name)
    const item = itemOf(mother, '上户口')
    await item.getByText('没有通过：已在别处登记').waitFor()
    const said = await item.innerText()
    expect(said).toMatch(/孩子已随父亲在临湘登记/u)
    expect(said).toMatch(/《户口登记条例》第七条/u)
    expect(said).toMatch(/由卫生健康部门另外的人重新看/u)
    // What stood behind it is not left hanging.
    await itemOf(mother, '居民医保参保登记').getByText('前面的事项没有办成').waitFor()
    expect(await axeFindings(mother)).toEqual([])
    expect(await layoutFaults(mother)).toEqual([])
    await item.getByRole('button', { name: '对“上户口”提意见' }).click()
    const words = mother.getByLabel('哪里不对')
    expect(await words.evaluate((box) => box === document.activeElement)).toBe(true)
    expect(await mother.getByLabel('对哪一项有意见').locator('option:checked').innerText()).toBe('上户口')
    await words.fill('没有在临湘登记过，请查')
    await mother.getByRole('button', { name: '提交意见' }).click()
    await mother.getByText('还没有答复').waitFor()
  })

  it('does it again when the objection is upheld, and everything behind it goes on', async () => {
    await setFault(data, '恢复', '公安')
    const officer = await openAs('officer', '/desk/cases')
    await untilShown(officer, name)
    await officer
      .getByRole('row', { name: new RegExp(`${name}.*答复异议`, 'u') })
      .getByRole('link')
      .click()
    await officer.getByText('家庭的异议：没有在临湘登记过，请查').waitFor()
    expect(await axeFindings(officer)).toEqual([])
    await officer.getByRole('radio', { name: '成立，重新办' }).check()
    await officer.getByRole('textbox', { name: /^答复/u }).fill('查过，临湘没有登记，重新办')
    await officer.getByRole('button', { name: '答复异议' }).last().click()
    await officer.getByText('已记下：上户口 答复异议').waitFor()
    await untilShown(mother, '全部办好了。')
    await mother.getByText('你说得对，已重新办').waitFor()
    await mother.getByText('查过，临湘没有登记，重新办').first().waitFor()
    expect(complaints).toEqual([])
  })
})
