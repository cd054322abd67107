import type { Clause } from './clause.ts'

/** A date the text sets: `2025`, `2025-12-31`; `start` = from then on. Offsets into the line's clean text. */
export interface DateMention {
  readonly date: string
  readonly year: number
  readonly start: boolean
  readonly from: number
  readonly to: number
}

/** End year of a five-year plan by its name. */
const fiveYearPlans: Readonly<Record<string, number>> = { 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 }

const patterns: readonly { pattern: RegExp; read: (m: RegExpMatchArray) => Omit<DateMention, 'from' | 'to'> }[] = [
  {
    pattern: /(?:力争)?到?[“"「『]?(十[三四五六]五)[”"」』]?(?:规划)?(期末|末|期间|时期)/g,
    read: (m) => {
      const year = fiveYearPlans[m[1] ?? ''] ?? 2025
      return { date: `${year}-12-31`, year, start: false }
    },
  },
  {
    pattern:
      /(?:力争)?(?:在|到|至|截至|截止)?(20\d\d)年(?:(\d{1,2})月)?(?:(\d{1,2})日)?(底|末)?(之?前|以前)?(起|开始)?/g,
    read: (m) => {
      const year = Number(m[1])
      const month = m[2] ? m[2].padStart(2, '0') : null
      const day = m[3] ? m[3].padStart(2, '0') : null
      const end = m[4] !== undefined || (m[5] !== undefined && month === null)
      const date = day
        ? `${year}-${month}-${day}`
        : month
          ? lastOfMonth(year, Number(month))
          : end
            ? `${year}-12-31`
            : `${year}`
      return { date, year, start: m[6] !== undefined }
    },
  },
]

function lastOfMonth(year: number, month: number): string {
  const lengths = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  return `${year}-${String(month).padStart(2, '0')}-${String(lengths[month - 1] ?? 30)}`
}

/** Dates a clause mentions as times for doing, in order. Document numbers and years inside 《》 do not count. */
export function datesOf(clause: Clause): readonly DateMention[] {
  const blanked = clause.text.replace(/《[^》]*》?|〔[^〕]*〕|（[^）]*号[^）]*）/g, (m) => ' '.repeat(m.length))
  return patterns
    .flatMap(({ pattern, read }) =>
      [...blanked.matchAll(pattern)].map((m) => ({
        ...read(m),
        from: clause.start + m.index,
        to: clause.start + m.index + m[0].length,
      })),
    )
    .toSorted((a, b) => a.from - b.from)
}

/** The year that governs a clause: its own, or one inherited from an earlier clause of the sentence. */
export function governingYear(clause: Clause): { mention: DateMention; inherited: boolean } | null {
  const own = datesOf(clause)
  const last = own[own.length - 1]
  if (last) return { mention: last, inherited: false }
  for (let i = clause.before.length - 1; i >= 0; i -= 1) {
    const earlier = clause.before[i]
    if (!earlier) continue
    const dates = datesOf(earlier)
    const nearest = dates[dates.length - 1]
    // A clause that holds nothing but the date lends it as its own.
    if (nearest) return { mention: nearest, inherited: !isBareDate(earlier, nearest) || i < clause.before.length - 1 }
  }
  return null
}

function isBareDate(clause: Clause, date: DateMention): boolean {
  return clause.text.length - (date.to - date.from) <= 2
}
