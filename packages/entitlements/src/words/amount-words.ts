import type { Text } from '@junheng/rules'
import type { Amount, BenefitKind, Per, Unit } from '../place.ts'
import { numberWords, yuanWords } from './number-words.ts'

export interface AmountShown {
  /** Fen for yuan, else in the unit. */
  readonly value: number
  /** Upper end of a range. */
  readonly upTo: number | null
}

/** `每学期 500 元`, `最高为规定限额的 1.5 倍`; "500 yuan a semester", "up to 1.5 times the ordinary limit". */
export function amountWords(amount: Amount, { value, upTo }: AmountShown): Text {
  const low = quantity(amount, value)
  const measured = upTo === null || upTo === value ? low : range(amount, value, upTo)
  const ofZh = amount.of === null ? '' : `${amount.of.zh}的 `
  const ofEn = amount.of === null ? '' : amount.unit === 'percent' ? ` of ${amount.of.en}` : ` ${amount.of.en}`
  const period = periods[amount.per]
  const limit = upTo === null ? limits[amount.comparator] : limits.exactly
  const zhPeriod = period.zh === '' || limit.zh !== '' || ofZh !== '' ? period.zh : `${period.zh} `
  const zhLimit = limit.zh === '' ? '' : ofZh === '' ? `${limit.zh} ` : `${limit.zh}为`
  const en = `${limit.en}${measured.en}${ofEn}${period.en === '' ? '' : ` ${period.en}`}`
  return { zh: `${zhPeriod}${zhLimit}${ofZh}${measured.zh}`, en }
}

/** What stands in the amount's place where the document states none. */
export function withoutAmountWords(kind: BenefitKind): Text {
  return noAmount[kind]
}

/** What stands there while the amount cannot be worked out. */
export const amountNotKnown: Text = { zh: '金额待定', en: 'amount not known yet' }

const noAmount: Readonly<Record<BenefitKind, Text>> = {
  'cash-once': { zh: '文件没有写金额', en: 'the document states no amount' },
  'cash-periodic': { zh: '文件没有写金额', en: 'the document states no amount' },
  leave: { zh: '文件没有写天数', en: 'the document states no number of days' },
  loan: { zh: '贷款支持', en: 'loan support' },
  discount: { zh: '优惠', en: 'discount' },
  tax: { zh: '税收优惠', en: 'tax relief' },
  insurance: { zh: '保险保障', en: 'insurance cover' },
  priority: { zh: '优先', en: 'priority' },
  service: { zh: '服务', en: 'service' },
}

const limits: Readonly<Record<Amount['comparator'], Text>> = {
  exactly: { zh: '', en: '' },
  range: { zh: '', en: '' },
  'at-least': { zh: '不低于', en: 'at least ' },
  'at-most': { zh: '最高', en: 'up to ' },
}

const periods: Readonly<Record<Per, Text>> = {
  once: { zh: '', en: '' },
  case: { zh: '', en: '' },
  birth: { zh: '', en: '' },
  child: { zh: '每个孩子', en: 'for each child' },
  day: { zh: '每天', en: 'a day' },
  month: { zh: '每月', en: 'a month' },
  semester: { zh: '每学期', en: 'a semester' },
  year: { zh: '每年', en: 'a year' },
}

const units: Readonly<Record<Unit, { readonly zh: string; readonly one: string; readonly many: string }>> = {
  CNY: { zh: ' 元', one: ' yuan', many: ' yuan' },
  day: { zh: ' 天', one: ' day', many: ' days' },
  month: { zh: ' 个月', one: ' month', many: ' months' },
  percent: { zh: '%', one: '%', many: '%' },
  times: { zh: ' 倍', one: ' times', many: ' times' },
  'square-metre': { zh: ' 平方米', one: ' square metre', many: ' square metres' },
}

function figure(unit: Unit, value: number): string {
  return unit === 'CNY' ? yuanWords(value) : numberWords(value)
}

function quantity({ unit }: Amount, value: number): Text {
  const { zh, one, many } = units[unit]
  const shown = figure(unit, value)
  return { zh: shown + zh, en: shown + (value === 1 ? one : many) }
}

function range({ unit }: Amount, low: number, high: number): Text {
  const { zh, many } = units[unit]
  return {
    zh: `${figure(unit, low)} 至 ${figure(unit, high)}${zh}`,
    en: `${figure(unit, low)} to ${figure(unit, high)}${many}`,
  }
}
