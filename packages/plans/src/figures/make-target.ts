import type { Target } from '../outline.ts'
import { placeOf } from '../text/line.ts'
import { before, type Clause } from './clause.ts'
import { goalHeading } from './duties.ts'
import { scopeOf } from './indicator.ts'
import { governingYear, isBareDate, type Horizon } from './year.ts'

/** The times open where a clause stands: a paragraph's horizon, and dates an earlier target has already used. */
export interface Times {
  readonly horizon: Horizon | null
  /** By their place in the line. */
  readonly taken: Set<number>
}

const isGoal = (clause: Clause): boolean => goalHeading.test(clause.sectionHeading)

/** A target with its time, its scope and its force, as the clause and those before it say. */
export function makeTarget(options: {
  readonly clause: Clause
  readonly indicator: string
  readonly value: Target['value']
  readonly unit: string | null
  readonly comparator: string
  readonly at: number
  readonly times: Times
  readonly extra: Partial<Target>
}): Target {
  const { clause, indicator, value, unit, comparator, at, times, extra } = options
  const scope = scopeOf(clause)
  const force = /力争|原则上|必须|争取|确保/.exec(clause.text)?.[0] ?? forceBefore(clause)
  const own = clause.text.slice(0, at + 4)
  const perYear =
    extra.byYear === undefined &&
    /每年(?!龄)/.test(clause.continues && clause.previous ? `${clause.previous.text}、${own}` : own)
  const year = perYear || comparator === 'increase-yearly' ? null : governingYear(clause, at, times.horizon)
  const inherited = year !== null && (year.place === null ? !isGoal(clause) : times.taken.has(year.place))
  if (year !== null && year.place !== null && !isGoal(clause)) times.taken.add(year.place)
  const time: Partial<Target> & Pick<Target, 'byYear'> =
    year === null
      ? { byYear: null, ...(perYear ? { perYear: true as const } : {}) }
      : year.mention.use === 'start'
        ? { byYear: null, fromYear: year.mention.year }
        : { byYear: year.mention.year, ...(inherited ? { yearInherited: true as const } : {}) }
  const doubt = inherited && clause.afterSemicolon ? '年份承接分号前的句子，请核对' : undefined
  return {
    section: clause.section,
    indicator,
    value,
    unit,
    comparator,
    ...time,
    ...(scope ? { scope } : {}),
    ...(force && force !== '确保' ? { force } : {}),
    ...extra,
    ...(doubt ? { doubt } : {}),
    at: placeOf(clause.line, startOf(clause), clause.end),
  }
}

const forceBefore = (clause: Clause): string | undefined =>
  clause.previous && !clause.afterSemicolon
    ? /力争|原则上|必须|争取/.exec(clause.previous.text.slice(0, 20))?.[0]
    : undefined

/** A quote begins with the date or the subject that stands alone before its clause. */
function startOf(clause: Clause): number {
  let first: Clause = clause
  for (const earlier of before(clause, 2)) {
    const date = earlier.dates[0]
    const lends =
      (date && isBareDate(earlier, date)) || (!first.afterSemicolon && /方式$|前提下$|基础上$/.test(earlier.text))
    if (!lends || first.afterSemicolon) break
    first = earlier
  }
  const date = first.dates.find(({ use }) => use === 'by' || use === 'start')
  return first.start + (date && date.start > 0 && first.text.length > 40 ? date.start : 0)
}
