import { dayNumberOf, parseDayNumber, parseYuan } from '@junheng/kernel'
import { findNearestName } from '@junheng/rules'
import type { Text, Value } from '@junheng/rules'
import type { FactInfo } from './place.ts'
import type { Vocabulary } from './situation.ts'

export type ReadValue = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: Text }

/** Days outside these years are slips of the pen. */
const plausibleYears = { first: 1900, last: 2100 }

/** One fact as a person wrote it, as rules read it; null stays null: not known. */
export function readValue(input: unknown, fact: FactInfo, vocabulary: Vocabulary): ReadValue {
  if (input === null) return { ok: true, value: null }
  switch (fact.type.kind) {
    case 'boolean':
      return typeof input === 'boolean'
        ? good(input)
        : bad(`应是 true 或 false，不能是${shown(input)}`, `must be true or false, not${shown(input)}`)
    case 'number':
      if (typeof input !== 'number' || !Number.isFinite(input))
        return bad(`应是数字，不能是${shown(input)}`, `must be a number, not${shown(input)}`)
      return bounded(input, input, fact)
    case 'money':
      return readMoney(input, fact)
    case 'date':
      return readDay(input)
    case 'region':
      return readRegion(input)
    case 'code':
      return readCode(input, fact.type.list, vocabulary)
  }
}

function readMoney(input: unknown, fact: FactInfo): ReadValue {
  const fen = typeof input === 'number' || typeof input === 'string' ? parseYuan(input) : undefined
  if (fen === undefined) {
    return bad(
      `应是金额（元，最多两位小数），不能是${shown(input)}`,
      `must be an amount in yuan with at most two decimals, not${shown(input)}`,
    )
  }
  return bounded(fen / 100, fen, fact)
}

function readDay(input: unknown): ReadValue {
  if (typeof input !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(input)) {
    return bad(
      `应写成 2026-03-02 这样的日期，不能是${shown(input)}`,
      `must be a day written like 2026-03-02, not${shown(input)}`,
    )
  }
  const day = parseDayNumber(input)
  if (day === undefined) return bad(`没有 ${input} 这一天`, `there is no such day as ${input}`)
  const { first, last } = plausibleYears
  if (day < dayNumberOf(first, 1, 1) || day > dayNumberOf(last, 12, 31)) {
    return bad(
      `年份应在 ${first} 到 ${last} 之间，不能是 ${input}`,
      `must lie in the years ${first} to ${last}, not ${input}`,
    )
  }
  return good(day)
}

function readRegion(input: unknown): ReadValue {
  const digits = typeof input === 'number' || typeof input === 'string' ? String(input) : ''
  if (/^[1-8]\d{5}$/.test(digits)) return good(Number(digits))
  return bad(
    `应是 6 位地区代码（如 421202），不能是${shown(input)}`,
    `must be a six-digit region code such as 421202, not${shown(input)}`,
  )
}

function readCode(input: unknown, list: string, { codeLists }: Vocabulary): ReadValue {
  const codes = codeLists.find(({ name }) => name === list)?.codes ?? []
  if (typeof input === 'string' && codes.some(({ code }) => code === input)) return good(input)
  const choices = codes.map(({ code, label }) => ({ zh: `${code}（${label.zh}）`, en: `${code} (${label.en})` }))
  const nearest =
    typeof input === 'string'
      ? findNearestName(
          input,
          codes.map(({ code }) => code),
        )
      : undefined
  return bad(
    `应是以下之一：${choices.map(({ zh }) => zh).join('、')}；不能是${shown(input)}${nearest === undefined ? '' : `，是不是 ${nearest}？`}`,
    `must be one of ${choices.map(({ en }) => en).join(', ')}, not${shown(input)}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
  )
}

function bounded(asked: number, value: number, { min, max, unit }: FactInfo): ReadValue {
  const zhUnit = unit === null ? '' : unit === 'CNY' ? ' 元' : ` ${unit}`
  if (min !== null && asked < min)
    return bad(`不能小于 ${min}${zhUnit}，写的是 ${asked}`, `must be at least ${min}, not ${asked}`)
  if (max !== null && asked > max)
    return bad(`不能大于 ${max}${zhUnit}，写的是 ${asked}`, `must be at most ${max}, not ${asked}`)
  return good(value)
}

/** A short sight of a wrong value, with a space before it: never a whole document, never control characters. */
export function shown(input: unknown): string {
  if (typeof input === 'boolean') return input ? ' true' : ' false'
  if (Array.isArray(input)) return ' [ … ]'
  if (typeof input === 'object' && input !== null) return ' { … }'
  const text =
    typeof input === 'string' ? JSON.stringify(input) : typeof input === 'number' ? String(input) : typeof input
  return ` ${text.length > 40 ? `${text.slice(0, 39)}…` : text}`
}

function good(value: Value): ReadValue {
  return { ok: true, value }
}

function bad(zh: string, en: string): ReadValue {
  return { ok: false, message: { zh, en } }
}
