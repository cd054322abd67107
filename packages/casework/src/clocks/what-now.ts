import type { WorkdayCalendar } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import type { FormField, Item, Procedure } from '../procedure.ts'
import { familySide } from '../state/family-side.ts'
import { missingFields, undecidedFacts } from '../state/missing-fields.ts'
import { isEnded, type CaseState } from '../state/case-state.ts'
import { clocksOf, type ClockView } from './clocks-of.ts'

/** One thing that waits for somebody. */
export interface Waiting {
  /** Null: the case as a whole. */
  readonly item: string | null
  readonly label: Text
  /** A unit of the procedure, or `family`. */
  readonly who: string
  readonly office: string | null
  readonly officer: string | null
  readonly what: 'confirm' | 'answer' | 'begin' | 'tell' | 'bring' | 'show' | 'decide-objection'
  /** Fields to tell, papers to bring. */
  readonly names: readonly string[]
  /** Words of whoever asked. */
  readonly words: string | null
  /** ISO last day, the earliest of the clocks that bind whoever has it; null where none runs. */
  readonly until: string | null
  readonly workdaysLeft: number | null
  readonly late: boolean
}

/** Who has a case now, until when, and what the family must do; most urgent first. Empty when it has ended. */
export function whatNow(
  procedure: Procedure,
  state: CaseState,
  day: { readonly calendar: WorkdayCalendar; readonly on: number },
): readonly Waiting[] {
  const clocks = clocksOf(procedure, state, day)
  const objections = state.objections
    .filter(({ decision }) => decision === null)
    .map(({ id, item, words }): Waiting => ({
      ...blank(procedure, state, item),
      who: procedure.objection?.by ?? procedure.lead,
      what: 'decide-objection',
      words,
      ...deadline(clocks.filter(({ objection }) => objection === id)),
    }))
  if (isEnded(state)) return objections
  const whole = wholeCase(procedure, state, clocks)
  const items = procedure.items.flatMap((item) => ofItem({ procedure, state, item, clocks }))
  return [...objections, ...whole, ...items].sort(byUrgency)
}

function wholeCase(procedure: Procedure, state: CaseState, clocks: readonly ClockView[]): readonly Waiting[] {
  const missing = missingFields(procedure, state)
    .filter(({ required }) => required)
    .map(({ name }: FormField) => name)
  const undecided = undecidedFacts(procedure, state)
  const names = [...new Set([...missing, ...undecided])]
  const bound = clocks.filter(({ binds }) => binds === 'family')
  if (state.awaitsFamily) {
    return [
      {
        ...blank(procedure, state, null),
        who: familySide(procedure, state),
        what: 'confirm',
        names,
        ...deadline(bound),
      },
    ]
  }
  if (names.length === 0 || state.confirmedOn === null) return []
  return [
    { ...blank(procedure, state, null), who: familySide(procedure, state), what: 'tell', names, ...deadline(bound) },
  ]
}

function ofItem(options: {
  readonly procedure: Procedure
  readonly state: CaseState
  readonly item: Item
  readonly clocks: readonly ClockView[]
}): readonly Waiting[] {
  const { procedure, state, item, clocks } = options
  const own = state.items[item.id]
  if (own === undefined) return []
  const running = clocks.filter((clock) => clock.item === item.id && clock.objection === null)
  const forFamily = deadline(running.filter(({ binds }) => binds === 'family'))
  const base = blank(procedure, state, item.id)
  if (own.status === 'asked') {
    const asking = own.askings.findLast(({ to }) => to === null)
    return [{ ...base, who: familySide(procedure, state), what: 'bring', words: asking?.words ?? null, ...forFamily }]
  }
  if (own.status !== 'ready' && own.status !== 'working') return []
  const unshown = item.shows.filter(({ id, from }) => from === null && own.shown[id] === undefined).map(({ id }) => id)
  const show: readonly Waiting[] =
    unshown.length === 0
      ? []
      : [{ ...base, who: familySide(procedure, state), what: 'show', names: unshown, ...forFamily }]
  const begins = own.status === 'ready'
  // A right of the family that is running out makes the unit's work as urgent as its own term.
  const unit: Waiting = { ...base, who: item.unit, what: begins ? 'begin' : 'answer', ...deadline(running) }
  return [...show, unit]
}

function blank(procedure: Procedure, state: CaseState, item: string | null): Waiting {
  const definition = procedure.items.find(({ id }) => id === item)
  const own = item === null ? undefined : state.items[item]
  return {
    item,
    label: definition?.label ?? procedure.label,
    who: procedure.lead,
    office: own?.office ?? state.office,
    officer: own?.officer ?? null,
    what: 'answer',
    names: [],
    words: null,
    until: null,
    workdaysLeft: null,
    late: false,
  }
}

function deadline(clocks: readonly ClockView[]): Pick<Waiting, 'until' | 'workdaysLeft' | 'late'> {
  const open = clocks.filter(({ state, endedOn, due }) => state !== 'stopped' && endedOn === null && due !== null)
  const [first] = [...open].sort((a, b) => compare(a.due, b.due))
  return { until: first?.due ?? null, workdaysLeft: first?.workdaysLeft ?? null, late: first?.late ?? false }
}

/** The earliest last day first; what has none comes last. */
function byUrgency(a: Waiting, b: Waiting): number {
  return compare(a.until, b.until)
}

function compare(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '9999', b ?? '9999']
  return left < right ? -1 : left > right ? 1 : 0
}
