import { expect, it } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const day = {
  id: 'a',
  day: '2026-03-02',
  title: '入托补贴：最后一天',
  details: '带上户口簿; 出生证明, 托育合同\n咨询\\电话',
}

it('writes an all-day entry with a reminder, every line ended by CRLF', () => {
  const file = calendarFile([day], { stamp: '2026-01-01' })
  expect(file.split('\r\n').slice(0, 3)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Junheng//Entitlements//ZH',
  ])
  expect(file).toContain('DTSTART;VALUE=DATE:20260302\r\n')
  expect(file).toContain('DTSTAMP:20260101T000000Z\r\n')
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
})

it('escapes commas, semicolons, backslashes and line ends', () => {
  const unfolded = calendarFile([day], { stamp: '2026-01-01' }).replaceAll('\r\n ', '')
  expect(unfolded).toContain('DESCRIPTION:带上户口簿\\; 出生证明\\, 托育合同\\n咨询\\\\电话')
})

it('folds long Chinese lines at 75 octets without cutting a character', () => {
  const title = '咸安区二孩及以上婴幼儿入托补贴申请截止日，请带好材料提前办理以免错过🍼'.repeat(3)
  const file = calendarFile([{ ...day, title }], { stamp: '2026-01-01' })
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
})
