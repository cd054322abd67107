import type { Language } from '../messages/language.tsx'
import { monthText } from '../format/day.ts'
import type { Household } from './household.ts'

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const ordinalsEn = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** What to call one row of a table: 第二个孩子, else the month of birth, else its number; the only child is 孩子. */
export function rowLabel(
  household: Household,
  { table, index, language }: { readonly table: string; readonly index: number; readonly language: Language },
): string {
  const rows = household.rows[table] ?? []
  const row = rows[index] ?? {}
  const zh = language === 'zh'
  if (table !== 'children') {
    const number = rows.length > 1 ? index + 1 : ''
    return zh ? `家人${number}` : `family member ${number}`.trim()
  }
  const order = row['child.birthOrder']
  if (typeof order === 'number' && ordinals[order - 1] !== undefined) {
    const twins = rows.flatMap((other, at) => (other['child.birthOrder'] === order ? [at] : []))
    const number = twins.length > 1 ? ` ${twins.indexOf(index) + 1}` : ''
    return zh ? `第${ordinals[order - 1]}个孩子${number}` : `the ${ordinalsEn[order - 1]} child${number}`
  }
  const born = row['child.birthDate']
  if (rows.length === 1) return zh ? '孩子' : 'the child'
  if (typeof born === 'string') {
    return zh ? `${monthText(born.slice(0, 7), 'zh')}出生的孩子` : `the child born ${monthText(born.slice(0, 7), 'en')}`
  }
  if (index === 0) return zh ? '最小的孩子' : 'the youngest child'
  return zh ? `从小数第${ordinals[index] ?? index + 1}个孩子` : `child ${index + 1} (from the youngest)`
}
