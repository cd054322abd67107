import { DomainError, fromDayNumber, toDayNumber, type Day, type WorkdayCalendar } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import type { Answer } from '../answer.ts'
import { entitlements } from '../entitlements.ts'
import type { BenefitKind, EndRule, Place, SourceRef, Stops } from '../place.ts'
import type { Situation } from '../situation.ts'
import { stepDays } from './step-days.ts'
import { firstDayEnded } from './first-day-ended.ts'

/** What ends things that a birth opened. */
export interface StopEvent {
  readonly kind: 'death' | 'moved-away'
  readonly on: Day
}

/** One thing a birth opens, with its days. ISO days, half-open. */
export interface Opening {
  readonly id: string
  readonly label: Text
  readonly kind: BenefitKind | 'visit' | 'vaccine'
  /** `eligible`: a right that is settled; `incomplete`: it opens once the missing facts are told. */
  readonly status: 'eligible' | 'incomplete'
  readonly from: string | null
  readonly to: string | null
  /** Integer fen, where it is money of one known amount. */
  readonly amountFen: number | null
  /** When it can be claimed. */
  readonly claim: { readonly opens: string | null; readonly closes: string | null } | null
  readonly missing: readonly string[]
  readonly source: SourceRef
  /** The event that ends it and by which rule; null where none does. */
  readonly ended: { readonly by: StopEvent['kind']; readonly rule: Exclude<EndRule, 'never'> } | null
  /** An event that no rule of this place answers: whether it goes on must be asked. */
  readonly unsettled: StopEvent['kind'] | null
}

export interface OpensInput {
  readonly place: Place
  readonly situation: Situation
  /** Row of the newborn in the table of children. */
  readonly child: number
  readonly calendar: WorkdayCalendar
  readonly stops?: readonly StopEvent[]
}

/**
 * All that one live birth opens by the rules alone: leave, tax deduction, subsidies, insurance, visits, vaccines. A benefit
 * is opened by the birth if the household would not have it, or not like that, without the child. A death or a move ends
 * each by its own rule. Throws `no-birth-date` while the child's day of birth is not known.
 */
export function opens({ place, situation, child, calendar, stops = [] }: OpensInput): readonly Opening[] {
  const table = place.tables.find(({ row }) => row === 'child')?.name ?? ''
  const rows = situation.rows[table] ?? []
  const born = rows[child]?.['child.birthDate']
  if (typeof born !== 'number') {
    throw new DomainError('no-birth-date', {
      text: { zh: '还不知道孩子哪天出生', en: 'The day of the birth is not known' },
    })
  }
  const without: Situation = {
    ...situation,
    rows: { ...situation.rows, [table]: rows.filter((_, row) => row !== child) },
  }
  const before = new Map(
    entitlements({ place, situation: without, on: born, calendar })
      .filter(({ subject }) => subject.type !== 'child')
      .map((answer) => [answer.id, shapeOf(answer)]),
  )
  const benefits = new Map(place.benefits.map((benefit) => [benefit.id, benefit]))
  const ofBenefits = entitlements({ place, situation, on: born, calendar }).flatMap(
    (answer): readonly (Opening | null)[] => {
      if (answer.force !== 'entitled') return []
      if (answer.subject.type === 'child' ? answer.subject.index !== child : before.get(answer.id) === shapeOf(answer))
        return []
      return openingOf(answer, born).map((opening) => stopped(opening, benefits.get(answer.id)?.stops ?? null, stops))
    },
  )
  const ofSchedules = place.schedules.flatMap(({ kind, source, stops: rules, steps }): readonly (Opening | null)[] =>
    stepDays(steps, born).map(({ step, from, to }) =>
      stopped(
        {
          id: step.id,
          label: step.label,
          kind,
          status: 'eligible',
          from: fromDayNumber(from),
          to: to === null ? null : fromDayNumber(to),
          amountFen: null,
          claim: null,
          missing: [],
          source,
          ended: null,
          unsettled: null,
        },
        rules,
        stops,
      ),
    ),
  )
  return [...ofBenefits, ...ofSchedules].flatMap((opening) => opening ?? [])
}

function shapeOf({ status, periods, from, to, amountFen }: Answer): string {
  return JSON.stringify([status, from, to, amountFen, periods])
}

/** Every stretch from the birth on in which it is given; one entry for a right whose facts are missing. */
function openingOf(answer: Answer, born: number): readonly Opening[] {
  const { id, label, kind, source, missing, missingSoon, claim } = answer
  const day = fromDayNumber(born)
  const base: Omit<Opening, 'status' | 'from' | 'to' | 'amountFen'> = {
    id,
    label,
    kind,
    claim:
      claim === null || (claim.opens === null && claim.closes === null)
        ? null
        : { opens: claim.opens, closes: claim.closes },
    missing: [...missing, ...missingSoon].map(({ fact }) => fact),
    source: { document: source.document, clause: source.clause },
    ended: null,
    unsettled: null,
  }
  return answer.periods
    .filter(({ status, to }) => status !== 'ineligible' && (to === null || to > day))
    .map(({ status, from, to, amountFen }) => ({
      ...base,
      status: status === 'eligible' ? ('eligible' as const) : ('incomplete' as const),
      from,
      to,
      amountFen,
    }))
}

/** The opening cut short by the events; null where it had not begun when it was ended. */
function stopped(opening: Opening, rules: Stops | null, events: readonly StopEvent[]): Opening | null {
  return [...events]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .reduce<Opening | null>((left, event) => {
      if (left === null || (left.to !== null && left.to <= event.on)) return left
      const rule = (event.kind === 'death' ? rules?.death : rules?.movedAway) ?? null
      if (rule === null) return { ...left, unsettled: left.unsettled ?? event.kind }
      if (rule === 'never') return left
      const end = fromDayNumber(firstDayEnded(rule, toDayNumber(event.on)))
      if (left.from !== null && left.from >= end) return null
      return left.to !== null && left.to <= end ? left : { ...left, to: end, ended: { by: event.kind, rule } }
    }, opening)
}
