import { fromDayNumber, type WorkdayCalendar } from '@junheng/kernel'
import { evaluate, type Text } from '@junheng/rules'
import type { Clock, Item, Procedure } from '../procedure.ts'
import { caseEnvironment, dayOf } from '../state/case-environment.ts'
import type { CaseState, ItemState } from '../state/case-state.ts'
import { dueDay, workdaysBetween, type Due, type Pause } from './due-day.ts'

/** How one clock stands on a day. Days are ISO. */
export interface ClockView {
  readonly clock: string
  readonly label: Text
  /** The item it belongs to; null for the decision of an objection. */
  readonly item: string | null
  readonly objection: string | null
  readonly binds: Clock['binds']
  readonly state: 'not-started' | 'running' | 'paused' | 'met' | 'missed' | 'stopped'
  readonly startedOn: string | null
  /** Last day to act; null while paused, before the start, or where holidays are not published yet. */
  readonly due: string | null
  readonly notBefore: string | null
  readonly endedOn: string | null
  /** Working days left after the day asked about; negative when late. */
  readonly workdaysLeft: number | null
  readonly warned: boolean
  readonly late: boolean
  /** The unit told now, because it is late. */
  readonly escalatedTo: string | null
  readonly uncertain: Text | null
}

interface Timed {
  readonly clock: Pick<Clock, 'id' | 'label' | 'binds' | 'limit' | 'unit' | 'warnBefore' | 'escalateTo'>
  readonly item: string | null
  readonly objection: string | null
  readonly start: number | null
  readonly end: number | null
  readonly stopped: number | null
  readonly pauses: readonly Pause[]
}

/** Every clock of the items a case needs, and of its open objections, as they stand on a day (day number). */
export function clocksOf(
  procedure: Procedure,
  state: CaseState,
  { calendar, on }: { readonly calendar: WorkdayCalendar; readonly on: number },
): readonly ClockView[] {
  const ofItems = procedure.items.flatMap((item) => {
    const own = state.items[item.id]
    if (own === undefined || own.status === 'not-needed') return []
    const env = caseEnvironment(procedure, state.facts, state.openedOn ?? on)
    return item.clocks
      .filter(({ when }) => when === null || evaluate(when, env) === true)
      .map((clock) => ofItem({ procedure, state, item, own, clock }))
  })
  return [...ofItems, ...ofObjections(procedure, state)].map((timed) => view(timed, calendar, on))
}

function ofItem(options: {
  readonly procedure: Procedure
  readonly state: CaseState
  readonly item: Item
  readonly own: ItemState
  readonly clock: Clock
}): Timed {
  const { procedure, state, item, own, clock } = options
  return {
    clock,
    item: item.id,
    objection: null,
    start: startOf(procedure, state, own, clock),
    end: endOf(state, own, clock),
    stopped: own.stoppedOn,
    pauses: own.askings.filter(({ reason }) => clock.pauses.includes(reason)),
  }
}

function startOf(procedure: Procedure, state: CaseState, own: ItemState, { from }: Clock): number | null {
  if (from === null) return null
  if (from.kind === 'fact') return dayOf(procedure, state.facts, from.fact)
  switch (from.action) {
    case 'open':
      return state.openedOn
    case 'confirm':
      return state.confirmedOn
    case 'ready':
      return own.readyOn
    case 'start':
      return own.startedOn
    case 'deliver':
      return own.deliveredOn
    case 'acknowledge':
      return own.acknowledgedOn
  }
}

function endOf(state: CaseState, own: ItemState, { until }: Clock): number | null {
  if (until === 'confirm') return state.confirmedOn
  return until === 'start' ? own.startedOn : (own.answer?.on ?? null)
}

function ofObjections({ objection }: Procedure, state: CaseState): readonly Timed[] {
  const decided = objection?.decided ?? null
  if (decided === null) return []
  return state.objections.map(({ id, item, on, decision }) => ({
    clock: { ...decided, binds: 'unit' },
    item,
    objection: id,
    start: on,
    end: decision?.on ?? null,
    stopped: null,
    pauses: [],
  }))
}

function view(timed: Timed, calendar: WorkdayCalendar, on: number): ClockView {
  const { clock, item, objection, start, end, stopped } = timed
  const pauses = timed.pauses
    .filter(({ from }) => from <= on)
    .map(({ from, to }) => ({ from, to: to === null || to > on ? null : to }))
  const ended = end !== null && end <= on ? end : null
  const nothing: Due = { due: null, notBefore: null, uncertain: null }
  const begun = start !== null && start <= on
  const found = begun ? dueDay({ start, limit: clock.limit, unit: clock.unit, pauses, calendar }) : nothing
  const { due } = found
  const missed = due !== null && (ended ?? on) > due
  const isStopped = ended === null && stopped !== null && stopped <= on
  const open = begun && ended === null && !isStopped
  const state = stateOf({ begun, ended, isStopped, missed, paused: pauses.some(({ to }) => to === null) })
  const left = due === null || !open ? null : workdaysBetween(on, due, calendar)
  const { warnBefore } = clock
  return {
    clock: clock.id,
    label: clock.label,
    item,
    objection,
    binds: clock.binds,
    state,
    startedOn: begun ? fromDayNumber(start) : null,
    due: due === null ? null : fromDayNumber(due),
    notBefore: found.notBefore === null ? null : fromDayNumber(found.notBefore),
    endedOn: ended === null ? null : fromDayNumber(ended),
    workdaysLeft: left,
    warned: open && warnBefore !== null && left !== null && left <= warnBefore,
    late: missed && !isStopped,
    escalatedTo: open && missed ? clock.escalateTo : null,
    uncertain: found.uncertain,
  }
}

function stateOf(options: {
  readonly begun: boolean
  readonly ended: number | null
  readonly isStopped: boolean
  readonly missed: boolean
  readonly paused: boolean
}): ClockView['state'] {
  const { begun, ended, isStopped, missed, paused } = options
  if (!begun) return 'not-started'
  if (ended !== null) return missed ? 'missed' : 'met'
  if (isStopped) return 'stopped'
  if (paused) return 'paused'
  return missed ? 'missed' : 'running'
}
