import type { Target } from '@junheng/entitlements'

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' }

/** A target of a pack in short: `≥4.5 个（2025）`. */
export function figureText({ comparator, value, unit, byYear, fromYear, per }: Target): string {
  const number = value === null ? comparator : typeof value === 'object' ? value.join('—') : String(value)
  const time =
    byYear !== null ? `（${byYear}）` : fromYear !== null ? `（${fromYear}—）` : per === null ? '' : `（${per}）`
  return `${signs[comparator] ?? ''}${number}${value === null || unit === null ? '' : ` ${unit}`}${time}`
}
