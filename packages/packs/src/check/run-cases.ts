import {
  caseStatus,
  clocksOf,
  decide,
  newCase,
  versionFor,
  whatNow,
  type CaseState,
  type Procedure,
} from '@junheng/casework'
import { parseDayNumber, type WorkdayCalendar } from '@junheng/kernel'
import type { CaseFormat } from '../format/case-format.ts'
import type { Item, Pack } from '../load/pack.ts'
import { stepAction } from '../procedures/step-action.ts'
import { didYouMean, type ProblemSink } from '../resolve/problem-sink.ts'
import type { Path } from '../source/source-file.ts'

interface CaseRun {
  readonly item: Item<CaseFormat>
  readonly procedures: readonly Procedure[]
  readonly calendar: WorkdayCalendar
  readonly sink: ProblemSink
}

/** Runs the worked cases of a pack; each step that fares otherwise and each difference is a problem at its own line. */
export function runCases(options: {
  readonly pack: Pack
  readonly procedures: readonly Procedure[]
  readonly calendar: WorkdayCalendar
  readonly sink: ProblemSink
}): void {
  for (const item of options.pack.cases) runCase({ ...options, item })
}

function runCase(run: CaseRun): void {
  const { item, procedures, sink } = run
  const { data } = item
  const [first] = data.steps
  const procedure = versionFor(procedures, data.procedure, { facts: first?.facts ?? {}, openedOn: first?.on ?? '' })
  if (procedure === undefined) {
    const hint = didYouMean(data.procedure, new Set(procedures.map(({ id }) => id)))
    const message = {
      zh: `那一天没有“${data.procedure}”这个流程${hint.zh}`,
      en: `there is no procedure "${data.procedure}" on that day${hint.en}`,
    }
    sink.report(item, { path: ['procedure'], code: 'unknown-procedure', message })
    return
  }
  const state = takeSteps(run, procedure)
  if (state !== null) compare(run, procedure, state)
}

/** The case after its steps; null where one of them fared otherwise than told. */
function takeSteps({ item, calendar, sink }: CaseRun, procedure: Procedure): CaseState | null {
  let state = newCase(procedure)
  for (const [index, step] of item.data.steps.entries()) {
    const path: Path = ['steps', index]
    const read = stepAction(procedure, step, `step-${index + 1}`)
    const now = parseDayNumber(step.on) ?? 0
    const decision = read.ok ? decide(state, read.action, procedure, { calendar, now }) : read
    const found = decision.ok ? [] : decision.problems
    const codes = found.map(({ code }) => code).sort()
    const expected = [...(step.turnedDown ?? [])].sort()
    if (codes.join() !== expected.join()) {
      const why = found.map(({ message }) => message)
      const message =
        found.length === 0
          ? { zh: '这一步本应被拒绝，却办成了', en: 'this step should be turned down but was taken' }
          : {
              zh: `这一步被拒绝（${codes.join('、')}）：${why.map(({ zh }) => zh).join('；')}`,
              en: `this step is turned down (${codes.join(', ')}): ${why.map(({ en }) => en).join('; ')}`,
            }
      sink.report(item, { path, code: 'case-step', message })
      return null
    }
    if (decision.ok && 'state' in decision) state = decision.state
  }
  return state
}

function compare({ item, calendar, sink }: CaseRun, procedure: Procedure, state: CaseState): void {
  const { expect, name } = item.data
  const on = parseDayNumber(expect.on) ?? 0
  const differ = (path: Path, expected: string, found: string): void => {
    if (expected === found) return
    const message = {
      zh: `办事示例“${name}”：应为 ${expected}，得到 ${found}`,
      en: `case "${name}": should be ${expected} but is ${found}`,
    }
    sink.report(item, { path: ['expect', ...path], code: 'case-differs', message })
  }
  if (expect.version !== undefined) differ(['version'], expect.version ?? '—', procedure.inForce.from ?? '—')
  if (expect.status !== undefined) differ(['status'], expect.status, caseStatus(state))
  for (const [id, status] of Object.entries(expect.items ?? {})) {
    differ(['items', id], status, state.items[id]?.status ?? 'absent')
  }
  const clocks = clocksOf(procedure, state, { calendar, on })
  for (const [key, expected] of Object.entries(expect.due ?? {})) {
    const view = clocks.find(({ item: of, clock }) => `${of ?? ''}/${clock}` === key)
    const found = view === undefined ? '—' : /^\d/.test(expected) ? (view.due ?? view.state) : view.state
    differ(['due', key], expected, found)
  }
  if (expect.late !== undefined) {
    const late = clocks.filter((view) => view.late).map(({ item: of, clock }) => `${of ?? ''}/${clock}`)
    differ(['late'], [...expect.late].sort().join('、') || '—', late.sort().join('、') || '—')
  }
  if (expect.family === undefined) return
  const asked = whatNow(procedure, state, { calendar, on }).filter(({ who }) => who === 'family')
  const words = asked.map(({ what, item: of }) => (of === null ? what : `${what} ${of}`))
  differ(['family'], [...expect.family].sort().join('、') || '—', words.sort().join('、') || '—')
}
