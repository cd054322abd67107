import { parseDay } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import { problem, type Problem } from '../problem.ts'
import type { Action, ActionKind } from './action.ts'

export type ReadAction =
  | { readonly ok: true; readonly action: Action }
  | { readonly ok: false; readonly problems: readonly Problem[] }

type Part = 'text' | 'text-or-null' | 'yes-no' | 'texts' | 'facts' | 'papers' | 'result'

/** What each kind of action says besides `id`, `on` and `by`; a part with a default may be left out. */
const shapes: Readonly<Record<ActionKind, Readonly<Record<string, Part>>>> = {
  open: { facts: 'facts', version: 'text-or-null' },
  confirm: { facts: 'facts' },
  start: { item: 'text' },
  deliver: { item: 'text' },
  acknowledge: { item: 'text' },
  answer: {
    item: 'text',
    result: 'result',
    outputs: 'facts',
    ground: 'text-or-null',
    clause: 'text-or-null',
    pause: 'text-or-null',
    words: 'text-or-null',
  },
  'ask-for-more': { item: 'text', pause: 'text', words: 'text' },
  provide: { item: 'text', facts: 'facts', papers: 'papers' },
  correct: { facts: 'facts', words: 'text' },
  withdraw: { words: 'text' },
  cancel: { words: 'text' },
  object: { item: 'text-or-null', words: 'text' },
  'decide-objection': { objection: 'text', upheld: 'yes-no', words: 'text' },
  reopen: { items: 'texts', words: 'text' },
  'hand-over': { item: 'text-or-null', office: 'text', words: 'text' },
  substitute: { item: 'text', officer: 'text' },
  'note-stop': { reason: 'text', facts: 'facts' },
}

const defaults: Readonly<Partial<Record<Part, unknown>>> = { 'text-or-null': null, facts: {}, papers: {} }

/** Reads an action from JSON that anybody may have sent; every unknown, absent or malformed part is named. */
export function readAction(input: unknown): ReadAction {
  if (!isObject(input)) return fail([wrong('', '动作应当是一个对象', 'An action must be an object')])
  const { kind } = input
  if (typeof kind !== 'string' || !isKind(kind)) {
    const kinds = Object.keys(shapes).join(', ')
    return fail([wrong('kind', `kind 只能是 ${kinds}`, `kind must be one of ${kinds}`)])
  }
  const shape = shapes[kind]
  const problems: Problem[] = [...readCommon(input)]
  const read: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(shape)) {
    const value = Object.hasOwn(input, name) ? input[name] : defaults[part]
    const found = value === undefined ? 'absent' : wrongPart(part, value)
    if (found === null) read[name] = value
    else
      problems.push(
        found === 'absent' ? wrong(name, `缺少 ${name}`, `${name} is missing`) : problem(name, 'malformed', found),
      )
  }
  const known = ['kind', 'id', 'on', 'by', ...Object.keys(shape)]
  for (const name of Object.keys(input).filter((key) => !known.includes(key))) {
    problems.push(
      problem(name, 'unknown-key', {
        zh: `没有 ${name} 这一项；可用：${known.join('、')}`,
        en: `unknown key ${name}; known: ${known.join(', ')}`,
      }),
    )
  }
  if (problems.length > 0) return fail(problems)
  const { id, on, by } = input
  return { ok: true, action: { kind, id, on, by, ...read } as unknown as Action }
}

function readCommon({ id, on, by }: Readonly<Record<string, unknown>>): readonly Problem[] {
  const problems: Problem[] = []
  if (typeof id !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(id)) {
    problems.push(wrong('id', 'id 要是 1 到 200 个可见字符', 'id must be 1 to 200 visible characters'))
  }
  if (typeof on !== 'string' || parseDay(on) === undefined) {
    problems.push(wrong('on', 'on 要写真实的日期，如 2026-03-02', 'on must be a real day such as 2026-03-02'))
  }
  const person = isObject(by) ? by['person'] : undefined
  if (!isObject(by) || typeof by['unit'] !== 'string' || (person !== null && typeof person !== 'string')) {
    problems.push(wrong('by', 'by 要写 unit 和 person（没有写 null）', 'by must give unit and person (or null)'))
  }
  return problems
}

function wrongPart(part: Part, value: unknown): Text | null {
  const say = (zh: string, en: string): Text => ({ zh, en })
  switch (part) {
    case 'text':
      return isText(value) ? null : say('要写文字，最多 2000 字', 'must be a text of at most 2,000 characters')
    case 'text-or-null':
      return value === null || isText(value) ? null : say('要写文字或 null', 'must be a text or null')
    case 'yes-no':
      return typeof value === 'boolean' ? null : say('要写 true 或 false', 'must be true or false')
    case 'texts':
      return Array.isArray(value) && value.every(isText) ? null : say('要写一列文字', 'must be a list of texts')
    case 'facts':
      return isObject(value) &&
        Object.values(value).every((one) => ['string', 'number', 'boolean'].includes(typeof one))
        ? null
        : say('要写“名称: 值”，值是文字、数或 true/false', 'must be names with a text, number or boolean each')
    case 'papers':
      return isObject(value) && Object.values(value).every((how) => how === 'paper' || how === 'commitment')
        ? null
        : say('每份材料写 paper 或 commitment', 'each paper must be "paper" or "commitment"')
    case 'result':
      return value === 'done' || value === 'refused' || value === 'needs-more'
        ? null
        : say('result 只能是 done、refused、needs-more', 'result must be done, refused or needs-more')
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 2000
}

function isKind(kind: string): kind is ActionKind {
  return Object.hasOwn(shapes, kind)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(path: string, zh: string, en: string): Problem {
  return problem(path, 'malformed', { zh, en })
}

function fail(problems: readonly Problem[]): ReadAction {
  return { ok: false, problems }
}
