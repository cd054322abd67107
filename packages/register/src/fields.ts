import { parseDay, type Day, type Words } from '@junheng/kernel'
import { readName } from './name.ts'
import { problem, type Problem } from './problem.ts'
import type { Reference } from './fact.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const region = /^[1-9]\d{5}$/
const township = /^[1-9]\d{8}$/
const village = /^[1-9]\d{11}$/

/** Reads the fields of what was sent one by one and keeps every problem; a wrong field reads as null. */
export class Fields {
  readonly problems: Problem[] = []
  readonly #input: Readonly<Record<string, unknown>>
  readonly #at: string
  readonly #used = new Set<string>()

  constructor(input: unknown, at = '', problems?: Problem[]) {
    if (problems !== undefined) this.problems = problems
    this.#at = at
    const isObject = typeof input === 'object' && input !== null && !Array.isArray(input)
    this.#input = isObject ? { ...input } : {}
    if (!isObject) this.wrong('', 'not-an-object', { zh: '这里应是一个对象', en: 'An object belongs here' })
  }

  wrong(name: string, code: string, message: Words): null {
    this.problems.push(problem([this.#at, name].filter(Boolean).join('.'), code, message))
    return null
  }

  has(name: string): boolean {
    return this.#input[name] !== undefined && this.#input[name] !== null
  }

  inside(name: string): Fields {
    this.#used.add(name)
    return new Fields(this.#input[name], [this.#at, name].filter(Boolean).join('.'), this.problems)
  }

  text(name: string, limit = 200): string | null {
    const value = this.#take(name)
    if (value === null) return this.wrong(name, 'missing', { zh: '这一项要填', en: 'This is needed' })
    if (typeof value !== 'string') return this.wrong(name, 'not-text', { zh: '这里应是文字', en: 'Text belongs here' })
    const text = value.isWellFormed() ? value.normalize('NFC').trim() : ''
    if (text === '') return this.wrong(name, 'missing', { zh: '这一项要填', en: 'This is needed' })
    // oxlint-disable-next-line no-control-regex
    if (/[\u0000-\u001f\u007f]/.test(text)) {
      return this.wrong(name, 'control-character', { zh: '含有看不见的控制字符', en: 'It holds control characters' })
    }
    if (Array.from(text).length > limit) {
      return this.wrong(name, 'too-long', { zh: `最多 ${limit} 个字`, en: `At most ${limit} characters` })
    }
    return text
  }

  optional<T>(name: string, read: (name: string) => T | null): T | null {
    this.#used.add(name)
    return this.has(name) ? read(name) : null
  }

  one<const T extends string>(name: string, choices: readonly T[]): T | null {
    const text = this.text(name)
    if (text === null) return null
    const found = choices.find((choice) => choice === text)
    if (found !== undefined) return found
    const list = choices.join(', ')
    return this.wrong(name, 'unknown-word', { zh: `只能是：${list}`, en: `One of: ${list}` })
  }

  id(name: string): string | null {
    const text = this.text(name)
    if (text === null || uuid.test(text)) return text
    return this.wrong(name, 'not-an-id', { zh: '编号格式不对', en: 'Not an id (a UUID in small letters)' })
  }

  region(name: string): string | null {
    const text = this.text(name)
    if (text === null || region.test(text)) return text
    return this.wrong(name, 'not-a-region', { zh: '地区代码应是 6 位数字', en: 'A region code has 6 digits' })
  }

  /** A township of the region that keeps the register. */
  township(name: string, within: string | null): string | null {
    const text = this.text(name)
    if (text === null) return null
    if (township.test(text) && (within === null || text.startsWith(within))) return text
    return this.wrong(name, 'not-a-township', {
      zh: '乡镇代码应是 9 位数字，前 6 位是本县代码',
      en: 'A township code has 9 digits and begins with the county',
    })
  }

  /** A village or community of a township; of any one where the township is wrong itself. */
  village(name: string, within: string | null): string | null {
    const text = this.text(name)
    if (text === null) return null
    if (village.test(text) && (within === null || text.startsWith(within))) return text
    return this.wrong(name, 'not-a-village', {
      zh: '村（社区）代码应是 12 位数字，前 9 位是所在乡镇代码',
      en: 'A village code has 12 digits and begins with its township',
    })
  }

  reference(name: string): Reference | null {
    const inner = this.inside(name)
    const [id, region] = [inner.id('id'), inner.region('region')]
    inner.finish()
    return id === null || region === null ? null : { id, region }
  }

  /** A real day, not after `latest`. */
  day(name: string, latest: Day): Day | null {
    const text = this.text(name)
    if (text === null) return null
    const day = parseDay(text)
    if (day === undefined || day < '1800-01-01') {
      return this.wrong(name, 'no-such-day', {
        zh: '没有这一天，请写成 2026-03-02 这样',
        en: 'There is no such day; write it like 2026-03-02',
      })
    }
    if (day > latest) return this.wrong(name, 'in-the-future', { zh: '日期还没有到', en: 'This day is still to come' })
    return day
  }

  name(name: string): string | null {
    const value = this.#take(name)
    if (typeof value !== 'string') return this.wrong(name, 'missing', { zh: '请填写姓名', en: 'Give a name' })
    const read = readName(value)
    return read.ok ? read.name : this.wrong(name, 'not-a-name', read.message)
  }

  /** What was sent and nobody asked for: a mistyped field must not vanish. */
  finish(): void {
    for (const name of Object.keys(this.#input)) {
      if (this.#used.has(name)) continue
      this.wrong(name, 'unknown-field', { zh: '没有这一项', en: 'There is no such field' })
    }
  }

  #take(name: string): unknown {
    this.#used.add(name)
    return this.#input[name] ?? null
  }
}
