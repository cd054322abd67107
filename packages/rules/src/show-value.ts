import { civilOf, formatYuan } from '@junheng/kernel'
import type { Dictionary, Text, Type, Value } from './types.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** A value as people read it: 2024 年 2 月 29 日, 500 元, 剖宫产. A region shows its code unless `regionName` knows its name. */
export function showValue(
  value: Value,
  type: Type,
  dictionary: Dictionary,
  regionName?: (region: number) => Text | undefined,
): Text {
  if (value === null) return { zh: '未填', en: 'not given' }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (typeof value === 'string') return showCode(value, type, dictionary)
  if (type.kind === 'date') return showDay(value)
  if (type.kind === 'region') return regionName?.(value) ?? same(String(value).padStart(6, '0'))
  if (type.kind !== 'money') return same(showNumber(value))
  const yuan = showMoney(value)
  return { zh: `${yuan} 元`, en: `${yuan} yuan` }
}

function same(text: string): Text {
  return { zh: text, en: text }
}

function showCode(code: string, type: Type, dictionary: Dictionary): Text {
  const list = type.kind === 'code' ? dictionary.codeLists.get(type.list) : undefined
  return list?.codes.find((entry) => entry.code === code)?.label ?? same(code)
}

function showDay(day: number): Text {
  const { year, month, day: date } = civilOf(day)
  return { zh: `${year} 年 ${month} 月 ${date} 日`, en: `${date} ${months[month - 1] ?? ''} ${year}` }
}

/** A fraction of a fen shows rounded to the fen: only the benefit's rounding step decides what is paid. */
function showMoney(fen: number): string {
  return formatYuan(Math.round(fen))
}

/** At most ten decimals, so that the noise of binary fractions does not show. */
function showNumber(value: number): string {
  return String(Number(value.toFixed(10)))
}
