import type { Language } from '../messages/language.tsx'

const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** A forecast count in prose, three figures and no more than is known: `4,480`, `65万`. */
export function aboutText(value: number, language: Language): string {
  const rounded = Number(Math.max(0, value).toPrecision(3))
  if (language === 'zh' && rounded >= 100_000) return shortText(rounded, language)
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 0 }).format(rounded)
}

/** A count beside a chart whose greatest value is `top`, which settles the unit of all: `65万` and `5万`, `650K`. */
export function shortText(value: number, language: Language, top = value): string {
  const short = top >= (language === 'zh' ? 100_000 : 10_000) ? { notation: 'compact' as const } : {}
  return new Intl.NumberFormat(locale[language], { maximumSignificantDigits: 3, ...short }).format(value)
}

/** A count in a table, to the person. */
export function wholeText(value: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 0 }).format(Math.max(0, value))
}
