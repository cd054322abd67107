import {
  caseStatus,
  caseStatusWords,
  clocksOf,
  decide,
  itemStatusWords,
  newCase,
  readAction,
  unitLabel,
  versionFor,
  whatNow,
  type Action,
  type CaseState,
  type ClockView,
  type Procedure,
} from '@junheng/casework'
import { toDayNumber, type Day } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import type { Text } from '@junheng/rules'
import type { Command, Terminal } from '../command.ts'
import { versionsNamed } from '../find-procedure.ts'
import { findWhole } from '../load-places.ts'
import { readArguments } from '../read-arguments.ts'
import { readDay } from '../read-day.ts'
import { readJsonFile } from '../read-situation-file.ts'
import { usageError } from '../usage-error.ts'

export const caseCommand: Command = {
  name: 'case',
  usage: 'PROCEDURE ACTIONS.json [--place cn] [--on YYYY-MM-DD] [--json] [--dir packs]',
  summary: {
    zh: '一串动作办成什么样：每个事项的状态、在谁手里、哪天到期',
    en: 'what a list of actions makes of a case: each item, who has it, until when',
  },
  details: {
    zh: 'ACTIONS 是动作的列表，- 从标准输入读。被拒绝的动作说明理由，退出码 1。',
    en: 'ACTIONS is a list of actions, - is standard input. An action turned down is told with its reason; the exit code is then 1.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      place: { type: 'string' },
      on: { type: 'string' },
      json: { type: 'boolean' },
      dir: { type: 'string' },
    })
    const [id, path, ...more] = positionals
    if (id === undefined || path === undefined || more.length > 0) {
      throw usageError({ zh: '要写一个办事流程和一个动作文件', en: 'give one procedure and one file of actions' })
    }
    const { procedures } = await findWhole(values.place ?? 'cn', values.dir)
    const versions = versionsNamed(procedures, id)
    const day = readDay(values.on, terminal)
    const { actions, problems: unread } = readActions(
      await readJsonFile(path, { terminal, what: { zh: '动作', en: 'list of actions' } }),
    )
    const [first] = actions
    const facts = first?.kind === 'open' ? first.facts : {}
    const procedure = versionFor(versions, versions[0]?.id ?? id, { facts, openedOn: first?.on ?? day })
    if (procedure === undefined) {
      throw usageError({ zh: '那一天没有这个流程的规定', en: 'the procedure has no text in force on that day' })
    }
    const { state, problems } = run(procedure, actions, day)
    const turnedDown = [...unread, ...problems]
    for (const { at, message } of turnedDown) terminal.complain(`${at}: ${message[terminal.language]}`)
    const on = toDayNumber(day)
    const clocks = clocksOf(procedure, state, { calendar: chineseWorkdays, on })
    if (values.json === true) terminal.print(JSON.stringify({ status: caseStatus(state), state, clocks }, null, 2))
    else for (const line of caseLines({ procedure, state, clocks, on, terminal })) terminal.print(line)
    return turnedDown.length > 0 ? 1 : 0
  },
}

interface TurnedDown {
  readonly at: string
  readonly message: Text
}

function readActions(input: unknown): {
  readonly actions: readonly Action[]
  readonly problems: readonly TurnedDown[]
} {
  if (!Array.isArray(input)) throw usageError({ zh: '动作文件应当是一个列表', en: 'the actions must be a list' })
  const actions: Action[] = []
  const problems: TurnedDown[] = []
  for (const [index, entry] of input.entries()) {
    const read = readAction(entry)
    if (read.ok) actions.push(read.action)
    else
      problems.push(
        ...read.problems.map(({ path, message }) => ({ at: `[${index}]${path === '' ? '' : `.${path}`}`, message })),
      )
  }
  return { actions, problems }
}

function run(
  procedure: Procedure,
  actions: readonly Action[],
  day: Day,
): { readonly state: CaseState; readonly problems: readonly TurnedDown[] } {
  let state = newCase(procedure)
  const problems: TurnedDown[] = []
  for (const action of actions) {
    const decision = decide(state, action, procedure, { calendar: chineseWorkdays, now: toDayNumber(day) })
    if (decision.ok) state = decision.state
    else
      problems.push(
        ...decision.problems.map(({ path, message }) => ({
          at: `${action.id}${path === '' ? '' : ` ${path}`}`,
          message,
        })),
      )
  }
  return { state, problems }
}

function caseLines(options: {
  readonly procedure: Procedure
  readonly state: CaseState
  readonly clocks: readonly ClockView[]
  readonly on: number
  readonly terminal: Pick<Terminal, 'language'>
}): readonly string[] {
  const { procedure, state, clocks, on } = options
  const { language } = options.terminal
  const now = whatNow(procedure, state, { calendar: chineseWorkdays, on })
  const items = procedure.items.flatMap(({ id, label, unit }) => {
    const status = state.items[id]?.status ?? 'waiting'
    if (status === 'not-needed') return []
    const due = clocks.filter((clock) => clock.item === id).map((clock) => `    ${clockLine(clock, language)}`)
    return [
      `  ${label[language]} · ${unitLabel(procedure, unit)[language]} · ${itemStatusWords[status][language]}`,
      ...due,
    ]
  })
  const next = now.map(({ who, what, label, until, names }) => {
    const parts = [
      unitLabel(procedure, who)[language],
      whatWords[what][language],
      label[language],
      names.join('、'),
      until ?? '',
    ]
    return `  ${parts.filter((part) => part !== '').join(' · ')}`
  })
  const heading = { zh: '现在', en: 'now' }[language]
  return [
    `${procedure.label[language]} · ${caseStatusWords[caseStatus(state)][language]}`,
    ...items,
    ...(next.length === 0 ? [] : [heading, ...next]),
  ]
}

const whatWords: Readonly<Record<ReturnType<typeof whatNow>[number]['what'], Text>> = {
  confirm: { zh: '请确认', en: 'is to confirm' },
  answer: { zh: '在办', en: 'works on' },
  begin: { zh: '可以开始', en: 'may begin' },
  tell: { zh: '请补充', en: 'is to tell' },
  bring: { zh: '请补材料', en: 'is to bring what was asked for' },
  show: { zh: '请出示', en: 'is to show' },
  'decide-objection': { zh: '要答复异议', en: 'is to decide the objection' },
}

const stateWords: Readonly<Record<ClockView['state'], Text>> = {
  'not-started': { zh: '还没有起算', en: 'not started' },
  running: { zh: '到期', en: 'last day' },
  paused: { zh: '暂停', en: 'paused' },
  met: { zh: '按期办结，到期日', en: 'met, last day' },
  missed: { zh: '超期，到期日', en: 'missed, last day' },
  stopped: { zh: '已停止', en: 'stopped' },
}

function clockLine({ label, state, due, uncertain, workdaysLeft }: ClockView, language: Terminal['language']): string {
  const left =
    workdaysLeft === null
      ? ''
      : workdaysLeft < 0
        ? { zh: `（已过 ${-workdaysLeft} 个工作日）`, en: ` (${-workdaysLeft} working days ago)` }[language]
        : { zh: `（还剩 ${workdaysLeft} 个工作日）`, en: ` (${workdaysLeft} working days left)` }[language]
  const day = due === null ? '' : ` ${due}`
  return `${label[language]}：${stateWords[state][language]}${day}${left}${uncertain === null ? '' : ` ${uncertain[language]}`}`
}
