import { amountWords, targetWords } from '@junheng/plans'
import type { WorkItem } from '../work/work.ts'

/** A figure's number in short: `≥4.5 个/千人口 2025`, `500 元 每学期`, `2025-12-31`, `每年`. */
export function itemText(item: WorkItem, language: 'zh' | 'en'): string {
  switch (item.kind) {
    case 'target': {
      const { comparator, value, unit, byYear, fromYear, perYear } = item.data
      const number = targetWords({ comparator, value }, language)
      const time =
        byYear !== null
          ? String(byYear)
          : fromYear !== undefined
            ? `${fromYear}—`
            : perYear
              ? language === 'zh'
                ? '每年'
                : 'yearly'
              : ''
      return [number, value === null ? '' : unit, time].filter(Boolean).join(' ')
    }
    case 'benefit': {
      const { amount, unit, period, comparator } = item.data
      if (amount === null) return '—'
      const sign = comparator === '>=' ? '≥' : comparator === '<=' ? '≤' : ''
      return [`${sign}${amountWords(amount)}`, unit, period].filter(Boolean).join(' ')
    }
    case 'deadline':
      return item.data.date
    case 'recurrent':
      return [item.data.period, item.data.due].filter(Boolean).join(' ')
  }
}

/** Fields of a figure that a person may correct, in the order of the form. */
export function fieldsOf(item: WorkItem): readonly (readonly [name: string, value: string])[] {
  const text = (value: number | string | readonly number[] | null | undefined): string =>
    value === null || value === undefined ? '' : typeof value === 'object' ? value.join('—') : String(value)
  switch (item.kind) {
    case 'target': {
      const { indicator, value, unit, comparator, byYear } = item.data
      return [
        ['indicator', indicator],
        ['value', text(value)],
        ['unit', text(unit)],
        ['comparator', comparator],
        ['byYear', text(byYear)],
      ]
    }
    case 'benefit': {
      const { name, amount, unit, period, conditions, payer } = item.data
      return [
        ['name', name],
        ['amount', text(amount)],
        ['unit', text(unit)],
        ['period', text(period)],
        ['conditions', text(conditions)],
        ['payer', text(payer)],
      ]
    }
    case 'deadline':
      return [
        ['what', item.data.what],
        ['date', item.data.date],
      ]
    case 'recurrent':
      return [
        ['what', item.data.what],
        ['period', item.data.period],
        ['due', text(item.data.due)],
        ['to', text(item.data.to)],
      ]
  }
}

const numeric = new Set(['value', 'amount', 'byYear'])

/** What a typed field means: numbers and ranges (`2—3`) as numbers, an empty field as nothing. */
export function fieldValue(name: string, typed: string): unknown {
  const text = typed.trim()
  if (text === '')
    return name === 'indicator' || name === 'name' || name === 'what' || name === 'date' || name === 'comparator'
      ? ''
      : null
  if (!numeric.has(name)) return text
  const range = /^(\d+(?:\.\d+)?)\s*[—–~～-]\s*(\d+(?:\.\d+)?)$/.exec(text)
  if (range && name !== 'byYear') return [Number(range[1]), Number(range[2])]
  const number = Number(text.replaceAll(',', ''))
  if (Number.isFinite(number)) return number
  return name === 'value' ? text : null
}
