import type { Target } from '@junheng/entitlements'
import { targetWords } from '@junheng/plans'

/** A target of a pack in short: `≥4.5 个（2025）`. */
export function figureText({ comparator, value, unit, byYear, fromYear, per }: Target, language: 'zh' | 'en'): string {
  const number = targetWords({ comparator, value }, language)
  const time =
    byYear !== null
      ? `（${byYear}）`
      : fromYear !== null
        ? `（${fromYear}—）`
        : per === null
          ? ''
          : `（${perText(per, language)}）`
  return `${number}${value === null || unit === null ? '' : ` ${unit}`}${time}`
}

/** Per how long a number is meant: packs write `year`, or what the plan writes. */
function perText(per: string, language: 'zh' | 'en'): string {
  if (per === 'year') return language === 'zh' ? '每年' : 'a year'
  return language === 'zh' ? `每${per}` : per
}
