import { parseDayNumber, type WorkdayCalendar } from '@junheng/kernel'
import { dueDay } from '../clocks/due-day.ts'
import { problem, type Problem } from '../problem.ts'
import type { Item, Procedure } from '../procedure.ts'
import { findField } from '../state/case-environment.ts'
import { caseStatus, isEnded, isSettled, type CaseState, type ItemState } from '../state/case-state.ts'
import type { Action, Answer, AskForMore, Progress, Provide, Substitute, WrittenFacts } from './action.ts'
import { wrongValue } from './check-value.ts'
import { notYours } from './may-act.ts'
import * as say from './refusal-words.ts'

export interface DecisionDay {
  readonly calendar: WorkdayCalendar
  /** Today, as a day number: nothing may be dated after it. */
  readonly now: number
}

interface Check {
  readonly procedure: Procedure
  readonly state: CaseState
  readonly action: Action
  readonly day: DecisionDay
}

/** Every reason why an action cannot be taken now; empty where it can. */
export function checkAction(check: Check): readonly Problem[] {
  const { procedure, state, action } = check
  const dated = checkDay(check)
  if (dated.length > 0) return dated
  if (action.kind === 'open') {
    if (state.openedOn !== null) return [say.alreadyOpen()]
  } else if (state.openedOn === null) return [say.notOpen()]
  if (isEnded(state) && !mayFollowTheEnd(check)) return [say.ended(caseStatus(state))]
  const foreign = notYours(procedure, state, action)
  return foreign === null ? checkKind(check) : [foreign]
}

/** A death or a move is known whenever it is told; only who withdrew hears nothing more of the case. */
function mayFollowTheEnd({ state, action: { kind } }: Check): boolean {
  if (kind === 'note-stop') return state.closed === null
  return kind === 'object' || kind === 'decide-objection' || kind === 'reopen'
}

function checkDay({ state, action, day }: Check): readonly Problem[] {
  const on = parseDayNumber(action.on)
  if (on === undefined) return [problem('on', 'not-a-day', { zh: '日期不存在', en: 'It is not a real calendar day' })]
  if (on > day.now) return [say.inTheFuture()]
  return state.lastOn !== null && on < state.lastOn ? [say.beforeTheLast(state.lastOn)] : []
}

function checkKind(check: Check): readonly Problem[] {
  const { procedure, state, action } = check
  switch (action.kind) {
    case 'open':
      return action.version === null || action.version === procedure.inForce.from
        ? checkFacts(check, action.facts, 'facts')
        : [say.otherVersion(procedure.inForce.from)]
    case 'confirm':
      return state.confirmedOn === null ? checkConfirm(check, action.facts) : [say.alreadyConfirmed()]
    case 'start':
    case 'deliver':
    case 'acknowledge':
    case 'substitute':
    case 'answer':
    case 'ask-for-more':
    case 'provide':
      return withItem(check, action.item, (item, own) => checkOnItem(check, { item, own, action }))
    case 'correct':
      return [...checkFixed(check, action.facts), ...checkFacts(check, action.facts, 'facts')]
    case 'withdraw':
      return checkWithdrawal(check)
    case 'cancel':
      return []
    case 'object':
      return action.item === null
        ? checkObjection(check, null)
        : withItem(check, action.item, (_, own) => checkObjection(check, own))
    case 'decide-objection': {
      const objection = state.objections.find(({ id }) => id === action.objection)
      return objection === undefined || objection.decision !== null ? [say.noSuchObjection()] : []
    }
    case 'reopen':
      return action.items.length === 0
        ? [problem('items', 'nothing-to-reopen', { zh: '要写明重开哪些事项', en: 'Name the items to reopen' })]
        : action.items.flatMap((id) =>
            withItem(check, id, (item, own) => (canReopen(own) ? [] : [say.notSettled(item)])),
          )
    case 'hand-over':
      return action.item === null
        ? []
        : withItem(check, action.item, (item, own) => (isSettled(own.status) ? [say.itemSettled(item)] : []))
    case 'note-stop':
      return procedure.stops.some(({ id }) => id === action.reason)
        ? checkFacts(check, action.facts, 'facts')
        : [say.unknownStop(procedure.stops)]
  }
}

function canReopen({ status }: ItemState): boolean {
  return status === 'done' || status === 'refused' || status === 'stopped'
}

function withItem(
  check: Check,
  id: string,
  then: (item: Item, own: ItemState) => readonly Problem[],
): readonly Problem[] {
  const item = check.procedure.items.find((candidate) => candidate.id === id)
  const own = check.state.items[id]
  return item === undefined || own === undefined ? [say.unknownItem(check.procedure.items)] : then(item, own)
}

type OnItem = Progress | Answer | AskForMore | Provide | Substitute

function checkOnItem(
  check: Check,
  { item, own, action }: { readonly item: Item; readonly own: ItemState; readonly action: OnItem },
): readonly Problem[] {
  const { status } = own
  if (isSettled(status)) return [say.itemSettled(item)]
  switch (action.kind) {
    case 'start':
      return status === 'ready'
        ? []
        : [status === 'working' || status === 'asked' ? say.alreadyStarted(item) : say.notReady(item, status)]
    case 'deliver':
      if (own.startedOn === null) return [say.notStarted(item)]
      return own.deliveredOn === null ? [] : [say.alreadyDelivered(item)]
    case 'acknowledge':
      if (own.startedOn === null) return [say.notStarted(item)]
      return own.acknowledgedOn === null ? [] : [say.alreadyDelivered(item)]
    case 'substitute':
      return []
    case 'provide':
      return [
        ...checkPapers(item, action.papers),
        ...checkFixed(check, action.facts),
        ...checkFacts(check, action.facts, 'facts'),
      ]
    case 'ask-for-more':
      return status === 'working' ? checkPause(check, action.pause) : [say.notWorking(item, status)]
    case 'answer':
      return status === 'working' || (status === 'asked' && action.result === 'refused')
        ? checkAnswer(check, { item, own, action })
        : [say.notWorking(item, status)]
  }
}

function checkAnswer(
  check: Check,
  { item, own, action }: { readonly item: Item; readonly own: ItemState; readonly action: Answer },
): readonly Problem[] {
  if (action.result === 'needs-more') return checkPause(check, action.pause ?? '')
  if (action.result === 'refused') {
    return item.refusals.some(({ id }) => id === action.ground) ? [] : [say.noSuchGround(item)]
  }
  const unshown = item.shows.filter(({ id, from }) => from === null && own.shown[id] === undefined)
  const missing = item.produces.filter((name) => action.outputs[name] === undefined)
  const extra = Object.keys(action.outputs).filter((name) => !item.produces.includes(name))
  return [
    ...unshown.map((shown) => say.notShown(shown)),
    ...missing.map((name) =>
      say.missingOutput(findField(check.procedure, name)?.label ?? { zh: name, en: name }, name),
    ),
    ...extra.map((name) => say.unknownField(`outputs.${name}`, item.produces)),
    ...checkFacts(check, action.outputs, 'outputs', extra),
  ]
}

function checkPause({ procedure }: Check, reason: string): readonly Problem[] {
  return procedure.pauses.some(({ id }) => id === reason) ? [] : [say.unknownPause(procedure.pauses)]
}

function checkPapers(item: Item, papers: Readonly<Record<string, unknown>>): readonly Problem[] {
  return Object.entries(papers).flatMap(([id, how]) => {
    const shown = item.shows.find((candidate) => candidate.id === id)
    if (shown === undefined) return [say.unknownPaper(`papers.${id}`, item.shows)]
    return how === 'commitment' && !shown.commitment ? [say.noCommitment(`papers.${id}`, shown)] : []
  })
}

function checkFacts(
  { procedure }: Check,
  facts: WrittenFacts,
  path: string,
  known: readonly string[] = [],
): readonly Problem[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (known.includes(name)) return []
    const field = findField(procedure, name)
    if (field === undefined)
      return [
        say.unknownField(
          `${path}.${name}`,
          procedure.fields.map((one) => one.name),
        ),
      ]
    if (procedure.derived[name] !== undefined) return [say.derivedField(`${path}.${name}`, field.label)]
    const wrong = wrongValue(field, value)
    return wrong === null ? [] : [problem(`${path}.${name}`, 'wrong-value', wrong)]
  })
}

function checkConfirm(check: Check, facts: WrittenFacts): readonly Problem[] {
  const wrong = checkFacts(check, facts, 'facts')
  if (wrong.length > 0) return wrong
  const { procedure, state } = check
  return say.missingRequired(procedure, { ...state.facts, ...facts }, state.openedOn ?? 0)
}

/** A field that an item has fixed, such as a name on a certificate, changes by reopening that item only. */
function checkFixed({ procedure, state }: Check, facts: WrittenFacts): readonly Problem[] {
  return Object.keys(facts).flatMap((name) => {
    const by = procedure.form.find((field) => field.name === name)?.fixedBy ?? producer(procedure, name)
    const item = procedure.items.find(({ id }) => id === by)
    return item !== undefined && state.items[item.id]?.status === 'done' ? [say.fixed(`facts.${name}`, item)] : []
  })
}

function producer(procedure: Procedure, name: string): string | null {
  return procedure.items.find(({ produces }) => produces.includes(name))?.id ?? null
}

function checkWithdrawal({ procedure, state }: Check): readonly Problem[] {
  if (procedure.withdrawal === null) return [say.noWithdrawal(null)]
  const passed = procedure.withdrawal.notAfter.find((id) => state.items[id]?.status === 'done')
  const item = procedure.items.find(({ id }) => id === passed)
  return item === undefined ? [] : [say.noWithdrawal(item)]
}

function checkObjection({ procedure, state, action, day }: Check, own: ItemState | null): readonly Problem[] {
  const { objection } = procedure
  if (objection === null) return [say.noObjection()]
  const item = action.kind === 'object' ? action.item : null
  if (state.objections.some((other) => other.item === item && other.decision === null)) return [say.alreadyObjected()]
  const answered = own === null ? (state.closed?.on ?? null) : (own.answer?.on ?? own.stoppedOn)
  if (own !== null && answered === null) return [say.nothingToObject()]
  if (own === null && !isEnded(state)) return [say.nothingToObject()]
  if (objection.within === null || answered === null) return []
  const { due } = dueDay({ start: answered, ...objection.within, pauses: [], calendar: day.calendar })
  const on = parseDayNumber(action.on) ?? day.now
  return due !== null && on > due ? [say.tooLateToObject(due)] : []
}
