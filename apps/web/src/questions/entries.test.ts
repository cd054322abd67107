import { expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { zh } from '../messages/zh.ts'
import { buildFact } from '../testing/build.ts'
import { readDayEntry } from './day-entry.ts'
import { readNumberEntry } from './number-entry.ts'

const inChinese = { t: zh, language: 'zh' } as const
const day = (year: string, month: string, date: string) => readDayEntry({ year, month, day: date }, inChinese)

it('takes a day as people type it, full-width digits too', () => {
  expect(day('2024', '2', '29')).toEqual({ ok: true, value: '2024-02-29' })
  expect(day('２０２６', '０３', '２')).toEqual({ ok: true, value: '2026-03-02' })
})

it('says why there is no such day', () => {
  expect(day('2023', '2', '30')).toEqual({ ok: false, message: '没有 2023年2月30日 这一天：2023年2月只有 28 天。' })
  expect(day('2023', '13', '1')).toEqual({ ok: false, message: '没有 2023年13月1日 这一天：月份是 1 到 12。' })
  expect(day('2023', '1', '0')).toMatchObject({ ok: false })
  expect(day('23', '1', '1')).toMatchObject({ ok: false, message: '请填 1900 到 2100 之间的日子。' })
  expect(day('', '1', '1')).toMatchObject({ ok: false, message: '年、月、日都要填。只填数字。' })
  expect(day('2023', 'x', '1')).toMatchObject({ ok: false })
  const english = readDayEntry({ year: '2023', month: '2', day: '29' }, { t: en, language: 'en' })
  expect(english).toEqual({ ok: false, message: 'There is no 29 February 2023: February 2023 has only 28 days.' })
})

it('takes money with separators and at most two decimals, within bounds', () => {
  const price = buildFact('home.price', { type: { kind: 'money' }, unit: 'CNY', min: 10_000, max: 100_000_000 })
  expect(readNumberEntry('８００,０００', price, zh)).toEqual({ ok: true, value: 800_000 })
  expect(readNumberEntry('800000.50', price, zh)).toEqual({ ok: true, value: 800_000.5 })
  expect(readNumberEntry('800000.505', price, zh)).toMatchObject({ ok: false, message: '最多两位小数。' })
  expect(readNumberEntry('80', price, zh)).toMatchObject({ ok: false, message: '不能小于 10,000。' })
  expect(readNumberEntry('8000000000', price, zh)).toMatchObject({ ok: false })
  expect(readNumberEntry('八十万', price, zh)).toMatchObject({ ok: false, message: '请填数字。' })
  expect(readNumberEntry('', price, zh)).toMatchObject({ ok: false, message: '还没有填。不知道可以跳过。' })
  expect(readNumberEntry('-5', price, zh)).toMatchObject({ ok: false })
})

it('takes a count as a whole number', () => {
  const order = buildFact('child.birthOrder', { type: { kind: 'number' }, min: 1, max: 15 })
  expect(readNumberEntry('2', order, zh)).toEqual({ ok: true, value: 2 })
  expect(readNumberEntry('2.5', order, zh)).toMatchObject({ ok: false, message: '请填整数。' })
  expect(readNumberEntry('16', order, zh)).toMatchObject({ ok: false })
})
