import type { Problem, WrittenFacts } from '@junheng/casework'
import { moneyDue, readSituation, type MoneyDue, type Place } from '@junheng/entitlements'
import { fenFromYuan, parseDayNumber, type WorkdayCalendar } from '@junheng/kernel'
import { buildSituation, type BuiltSituation } from './build-situation.ts'
import type { Claimable } from './claimable.ts'
import type { KnownBirth, KnownFamily } from './known-family.ts'

/** Money of one period. Integer fen. */
export interface DuePeriod {
  readonly period: string
  readonly fen: number
}

/** What the rules answer one claim by the facts known now, as of a day. */
export interface RulesSay {
  readonly asOf: string
  readonly answer: MoneyDue['answer']
  /** Fallen due by then within the period of the claim. */
  readonly due: readonly DuePeriod[]
  /** The most an officer may grant where the place names a limit instead of an amount; else null. Fen. */
  readonly limitFen: number | null
  readonly unsettled: MoneyDue['unsettled']
  /** A death or a move that is known; not in what was kept before it was. */
  readonly stops?: BuiltSituation['stops']
  readonly situation: BuiltSituation['input']
  readonly facts: BuiltSituation['facts']
}

/** Whether two lists say the same money for the same periods: jsonb keeps neither order. */
export function sameDue(one: readonly DuePeriod[], other: readonly DuePeriod[]): boolean {
  const amounts = new Map(one.map(({ period, fen }) => [period, fen]))
  return one.length === other.length && other.every(({ period, fen }) => amounts.get(period) === fen)
}

export type Asked =
  | { readonly ok: true; readonly said: RulesSay }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A claim as far as the rules need it. `openedOn`: ISO day; what has no first day of its own is due from then. */
export interface ClaimAskedAbout {
  readonly region: string
  readonly subject: string
  readonly period: string
  readonly openedOn: string
}

/** Asks the rules of a place about one claim. Pure. */
export function askRules({
  place,
  claimable,
  claim,
  family,
  birth,
  stated,
  on,
  calendar,
}: {
  readonly place: Place
  readonly claimable: Claimable
  readonly claim: ClaimAskedAbout
  readonly family: KnownFamily
  readonly birth: KnownBirth | undefined
  readonly stated: WrittenFacts
  /** ISO day. */
  readonly on: string
  readonly calendar: WorkdayCalendar
}): Asked {
  const built = buildSituation({
    tables: place.tables,
    claimable,
    subject: claim.subject,
    region: claim.region,
    family,
    birth,
    stated,
  })
  if (built.problems.length > 0) return { ok: false, problems: built.problems }
  const read = readSituation(place, built.input)
  if (!read.ok) {
    const problems = read.problems.map(({ path, message }) => ({ path: `facts.${path}`, code: 'wrong-value', message }))
    return { ok: false, problems }
  }
  const { benefit } = claimable
  const found = moneyDue({
    place,
    situation: read.situation,
    benefit: benefit.id,
    index: built.index,
    on: parseDayNumber(on) ?? 0,
    since: parseDayNumber(claim.openedOn) ?? 0,
    stops: built.stops,
    calendar,
  })
  if (found === undefined) return { ok: false, problems: [oncePerBirth(benefit.label)] }
  const due = found.due
    .filter(({ period }) => claim.period === 'once' || period.startsWith(claim.period))
    .map(({ period, fen }) => ({ period, fen }))
  return {
    ok: true,
    said: {
      asOf: on,
      answer: found.answer,
      due,
      limitFen: limitOf(found.answer),
      unsettled: found.unsettled,
      stops: built.stops,
      situation: built.input,
      facts: built.facts,
    },
  }
}

function limitOf({ comparator, amountFen, amountTo }: MoneyDue['answer']): number | null {
  if (comparator === 'at-most') return amountFen
  return comparator === 'range' && amountTo !== null ? fenFromYuan(amountTo) : null
}

function oncePerBirth(label: { readonly zh: string; readonly en: string }): Problem {
  return {
    path: 'subject',
    code: 'once-per-birth',
    message: {
      zh: `“${label.zh}”按一胎发一次，已由同胎的另一个孩子申领`,
      en: `"${label.en}" is paid once for a birth, by the other child of it`,
    },
  }
}
