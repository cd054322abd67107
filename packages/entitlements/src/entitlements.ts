import { fromDayNumber } from '@junheng/kernel'
import type { WorkdayCalendar } from '@junheng/kernel'
import { evaluate } from '@junheng/rules'
import type { Expr, Text } from '@junheng/rules'
import type { Answer, Period, Status } from './answer.ts'
import { conditionAnswers } from './condition-answers.ts'
import type { HouseholdEnvironment } from './household-environment.ts'
import { environmentOn } from './judge.ts'
import { judgeHousehold } from './judge-household.ts'
import type { JudgedCase } from './judged-case.ts'
import { scheduleLeave } from './leave-schedule.ts'
import type { ScheduledLeave } from './leave-schedule.ts'
import { missingOf } from './missing-facts.ts'
import type { Confidence, Place } from './place.ts'
import { indexOf } from './place-index.ts'
import { reasonOf } from './reason.ts'
import type { Situation } from './situation.ts'
import { addStretch, stretchOn } from './stretches.ts'
import type { Stretch } from './stretches.ts'
import { rowsBeside, subjectLabel } from './subject-case.ts'
import type { SubjectCase } from './subject-case.ts'
import { amountNotKnown, amountWords, withoutAmountWords } from './words/amount-words.ts'
import { factWords } from './words/fact-words.ts'
import { paragraph } from './words/join-words.ts'
import { leastConfident } from './words/source-words.ts'

export interface EntitlementsInput {
  readonly place: Place
  readonly situation: Situation
  /** Day number the answers are for. */
  readonly on: number
  /** For leave that skips holidays. */
  readonly calendar: WorkdayCalendar
}

/** What the place promises this household: one answer for each benefit and subject, in the place's order. */
export function entitlements({ place, situation, on, calendar }: EntitlementsInput): readonly Answer[] {
  const cases = judgeHousehold(indexOf(place), situation)
  const schedule = scheduleLeave(cases, calendar)
  return cases.map((item) => answerOf(item, { on, schedule: schedule.get(item) }))
}

function answerOf(item: JudgedCase, { on, schedule }: { on: number; schedule: ScheduledLeave | undefined }): Answer {
  const { subject } = item
  const { benefit, row } = subject
  const env = environmentOn(subject, on)
  const stretch = stretchOn(item.stretches, on)
  const conditions = conditionAnswers(subject, env)
  const missing = stretch.status === 'incomplete' ? missingAnswers(subject, env) : []
  const soon = stretch.status === 'ineligible' ? undecidedSoon(item.stretches, on) : undefined
  const missingSoon = soon === undefined ? [] : missingAnswers(subject, environmentOn(subject, soon))
  // A leave that is laid out is answered with its own days; all else with the days the answer holds.
  const laid = stretch.status === 'eligible' ? schedule : undefined
  const source = sourceOf(subject, { env, isLaid: laid !== undefined && laid.from !== null })
  const [from, to] = laid === undefined ? [stretch.from, stretch.to] : [laid.from, laid.to]
  const { amount } = benefit
  const notes = [benefit.note, ...(laid?.notes ?? [])].filter((note) => note !== null)
  return {
    id: benefit.id,
    label: benefit.label,
    official: benefit.official,
    kind: benefit.kind,
    force: benefit.force,
    topic: benefit.topic,
    subject: {
      type: benefit.subject,
      index: row?.index ?? null,
      label: subjectLabel(benefit.subject, { row: row?.index ?? null, count: rowsBeside(subject) }),
    },
    status: stretch.status,
    statusLabel: statusLabels[stretch.status],
    ...amountsOf(subject, stretch),
    unit: amount?.unit ?? null,
    per: amount?.per ?? null,
    comparator: amount?.comparator ?? null,
    amountText: amountTextOf(subject, stretch),
    from: iso(from),
    to: iso(to),
    lastDay: iso(to === null ? null : to - 1),
    periods: periodsOf(subject, laid === undefined ? item.stretches : [{ ...stretch, from, to }]),
    source,
    missing,
    missingSoon,
    ...reasonOf({ item, env, stretch, schedule: laid, conditions, missing, source }),
    conditions,
    payer: benefit.payer,
    provider: benefit.provider,
    claim: claimOf(subject, env),
    note: notes.length === 0 ? null : paragraph(notes),
    excludedBy: stretch.excludedBy,
  }
}

/** A pregnancy and a little more, in days: what is decided later is not asked about yet. */
const soonDays = 300

/** First day of a coming stretch that cannot be decided yet. */
function undecidedSoon(stretches: readonly Stretch[], on: number): number | undefined {
  const coming = stretches.filter(({ from }) => from !== null && from > on && from <= on + soonDays)
  return coming.find(({ status }) => status === 'incomplete')?.from ?? undefined
}

const statusLabels: Readonly<Record<Status, Text>> = {
  eligible: { zh: '符合', en: 'Eligible' },
  ineligible: { zh: '不符合', en: 'Not eligible' },
  incomplete: { zh: '资料不全', en: 'Information missing' },
}

/** The stretches as people see them: on whose account something is not given makes no difference here. */
function periodsOf(subject: SubjectCase, stretches: readonly Stretch[]): readonly Period[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) addStretch(joined, { ...stretch, excludedBy: null })
  return joined.map((stretch) => periodOf(subject, stretch))
}

function periodOf(subject: SubjectCase, stretch: Stretch): Period {
  return { from: iso(stretch.from), to: iso(stretch.to), status: stretch.status, ...amountsOf(subject, stretch) }
}

function amountsOf(
  { benefit }: SubjectCase,
  { amount, amountTo }: Stretch,
): Pick<Period, 'amount' | 'amountFen' | 'amountTo'> {
  if (benefit.amount?.unit !== 'CNY') return { amount, amountFen: null, amountTo }
  return {
    amount: amount === null ? null : amount / 100,
    amountFen: amount,
    amountTo: amountTo === null ? null : amountTo / 100,
  }
}

function amountTextOf({ benefit }: SubjectCase, { amount, amountTo, status }: Stretch): Text {
  if (benefit.amount === null) return withoutAmountWords(benefit.kind)
  if (amount !== null) return amountWords(benefit.amount, { value: amount, upTo: amountTo })
  return status === 'incomplete' ? amountNotKnown : { zh: '', en: '' }
}

function missingAnswers(subject: SubjectCase, env: HouseholdEnvironment): Answer['missing'] {
  const { index, situation } = subject
  return missingOf(subject, env).map(({ name, row }) => {
    const info = index.facts.get(name)
    const count = info === undefined || info.table === null ? 1 : (situation.rows[info.table]?.length ?? 1)
    const label = factWords(name, { index, row, count })
    return { fact: name, index: row, label, question: info?.question ?? { zh: `${label.zh}？`, en: `${label.en}?` } }
  })
}

function sourceOf(
  subject: SubjectCase,
  { env, isLaid }: { env: HouseholdEnvironment; isLaid: boolean },
): Answer['source'] {
  const { benefit, index, parameters } = subject
  const document = index.documents.get(benefit.source.document)
  const { judged } = env
  const values = judged === null ? [] : parameters.flatMap((name) => index.parameters.get(name) ?? [])
  const inUse = values.filter(({ from, to }) => judged !== null && from <= judged && (to === null || judged < to))
  const confidences: Confidence[] = [
    benefit.confidence,
    document?.confidence ?? 'confirmed',
    benefit.amount?.confidence ?? 'confirmed',
    // The last day of a leave is no surer than the way its days are counted.
    isLaid ? (benefit.leave?.countConfidence ?? 'confirmed') : 'confirmed',
    ...inUse.map(({ confidence }) => confidence),
  ]
  return {
    ...benefit.source,
    title: document?.title ?? benefit.source.document,
    confidence: leastConfident(confidences),
    draft: document?.status === 'draft',
  }
}

function claimOf({ benefit }: SubjectCase, env: HouseholdEnvironment): Answer['claim'] {
  if (benefit.claim === null) return null
  const { how, where, papers, opens, closes } = benefit.claim
  const day = (expr: Expr | null) => {
    const value = expr === null ? null : evaluate(expr, env)
    return typeof value === 'number' ? iso(value) : null
  }
  return { how, where, papers, opens: day(opens), closes: day(closes) }
}

function iso(day: number | null): string | null {
  return day === null ? null : fromDayNumber(day)
}
