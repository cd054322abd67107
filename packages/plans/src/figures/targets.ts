import type { Target } from '../outline.ts'
import { beforeInPart, type Clause } from './clause.ts'
import { comparatorOf } from './comparator.ts'
import { indicatorList, indicatorOf } from './indicator.ts'
import { makeTarget, type Times } from './make-target.ts'
import { readQuantity } from './number-target.ts'
import type { Quantity } from './quantity.ts'
import { withoutNumber } from './state-target.ts'
import { ofYear } from './target-reading.ts'
import { ageUnits, leaveWord } from './words.ts'

/** The targets of one clause: numbers to be reached, full coverage, and checkable states with a year. */
export function targetsOf(clause: Clause, times: Times): readonly Target[] {
  const readings = clause.quantities
    .filter((q) => !ageUnits.has(q.unit) || q.unit === '岁')
    .flatMap((q) => readQuantity(clause, q) ?? [])
  if (leaveWord.test(clause.text) && readings.every(({ unit }) => unit === '天')) return withoutNumber(clause, times)
  if (readings.length === 0) return withoutNumber(clause, times)
  const follow =
    readings.length > 1 &&
    readings.every(({ quantity }, i) => {
      const next = readings[i + 1]?.quantity
      return !next || /^[、和及]$/.test(clause.text.slice(quantity.end, next.start))
    })
  const list = indicatorList(clause.text, readings[0]?.quantity.start ?? 0, follow)
  const inOrder = list?.each === 'in-order' && list.names.length === readings.length
  const last = readings[readings.length - 1]
  const years = yearsInOrder(clause, readings.length)
  return readings.flatMap((reading, i) => {
    const { quantity, value, unit, extra } = reading
    const shared = list?.each === 'shared' || (list?.each === 'in-order' && readings.length === 1)
    const own =
      years.length > 0
        ? namedOnce(clause, quantity)
        : inOrder
          ? (list.names[i] ?? '')
          : ofYear.test(clause.text.slice(0, quantity.start))
            ? indicatorOfWhole(clause, quantity)
            : indicatorOf(clause, quantity)
    const names = shared && years.length === 0 ? list.names : [own]
    // `分别达到90%、95%以上`: what stands behind the last number binds all.
    const bound = boundOf(clause, inOrder && last ? last.quantity : quantity)
    const comparator = extra?.soft ? '<=' : Array.isArray(value) ? 'range' : bound
    const year = years[i]
    const doubt =
      names.every((name) => perThousandKnown.test(name)) || !(unit ?? '').endsWith('/千人口') ? {} : unfamiliar
    const more = { ...extra, ...doubt, ...(year === undefined ? {} : { byYear: year }) }
    return names.map((indicator) =>
      makeTarget({ clause, indicator, value, unit, comparator, at: quantity.start, times, extra: more }),
    )
  })
}

/** What is counted per thousand people. */
const perThousandKnown = /托位|床|医师|医生|护士|助产士|学位|人员|专干|员|老年人/
/** A re-translated text writes 照料场所 for 托位: the words are kept as they stand, and doubted. */
const unfamiliar = { doubt: '每千人口的这一项不是常见的说法，可能是托位，请核对' }

/** How a number binds; `至少建设1个甲中心和1个乙中心`: 至少 is for both. */
function boundOf(clause: Clause, quantity: Quantity): '>=' | '<=' | '=' | 'range' {
  const own = comparatorOf(clause.text, quantity)
  const earlier = clause.quantities.findLast(({ end }) => end <= quantity.start)
  if (own !== '=' || !earlier) return own
  const between = clause.text.slice(earlier.end, quantity.start)
  const same = earlier.unit === quantity.unit && /^[\p{Script=Han}“”（）]{2,}(?:和|及|以及)$/u.test(between)
  return same && comparatorOf(clause.text, earlier) === '>=' ? '>=' : own
}

/** The one thing several years' numbers are of: before 分别, or between it and the first number. */
function namedOnce({ text, quantities }: Clause, { unit }: Quantity): string {
  const [first] = quantities.filter((other) => other.unit === unit)
  const behind = text
    .slice(text.indexOf('分别') + 2, first?.start)
    .replace(/^(?:于|在|达到?|新增|建成|完成|增加|培训|为)+|(?:20\d\d年|、|和)+|(?:达到?|为)$/g, '')
  return behind.length >= 2 && !behind.startsWith('到') ? behind : text.slice(0, text.indexOf('分别'))
}

/** What a share of `其中2025年400个` is a share of. */
function indicatorOfWhole(clause: Clause, { unit }: Quantity): string {
  const whole = beforeInPart(clause, 6).find(
    ({ text, quantities }) =>
      quantities.some((other) => other.unit === unit) && !ofYear.test(text.replace(/\d+[^\d]*$/, '')),
  )
  const own = whole?.quantities.find((other) => other.unit === unit)
  return whole && own ? indicatorOf(whole, own) : clause.text
}

/** `分别于2025年、2026年达到90%、100%`: the n-th number is for the n-th year. */
function yearsInOrder(clause: Clause, count: number): readonly number[] {
  if (count < 2 || !clause.text.includes('分别')) return []
  // `2023—2025年每年分别新增300个、400个、500个`.
  const [, from, to] = /(20\d\d)年?[-—～至到](20\d\d)年/.exec(clause.text) ?? []
  if (from !== undefined && Number(to) - Number(from) + 1 === count)
    return Array.from({ length: count }, (_, i) => Number(from) + i)
  return clause.dates.length === count ? clause.dates.map(({ year }) => year) : []
}
