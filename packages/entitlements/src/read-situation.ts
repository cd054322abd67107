import { findNearestName } from '@junheng/rules'
import type { Text, Value } from '@junheng/rules'
import { readValue, shown } from './read-value.ts'
import type { Situation, Vocabulary } from './situation.ts'
import { situationShape } from './situation-shape.ts'
import type { Group, Shape } from './situation-shape.ts'

/** One thing wrong with a situation; `path` is like `children[0].nursery.filed`, empty for the whole. */
export interface SituationProblem {
  readonly path: string
  readonly message: Text
}

export type ReadSituation =
  | { readonly ok: true; readonly situation: Situation }
  | { readonly ok: false; readonly problems: readonly SituationProblem[] }

/** No family and no institution lists more. */
const rowLimit = 50

/**
 * A situation as JSON holds it (nested objects, money in yuan, ISO days) as rules read it. All that is wrong is
 * reported at once, each with its path; if anything is, nothing is accepted.
 */
export function readSituation(vocabulary: Vocabulary, input: unknown): ReadSituation {
  const reader = new Reader(vocabulary)
  const facts: Record<string, Value> = {}
  reader.readGroup({ input, group: situationShape(vocabulary), path: '', facts })
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }
  return { ok: true, situation: { facts, rows: reader.rows } }
}

interface GroupInput {
  readonly input: unknown
  readonly group: Group
  readonly path: string
  readonly facts: Record<string, Value>
}

class Reader {
  readonly problems: SituationProblem[] = []
  readonly rows: Record<string, readonly Readonly<Record<string, Value>>[]> = {}
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  readGroup({ input, group, path, facts }: GroupInput): void {
    if (!isObject(input)) {
      this.#report(path, `应是一组资料 { … }，不能是${shown(input)}`, `must be an object { … }, not${shown(input)}`)
      return
    }
    for (const [key, value] of Object.entries(input)) {
      const inner = path === '' ? key : `${path}.${key}`
      const shape = group.members.get(key)
      if (shape === undefined) this.#reportUnknown(inner, { key, group })
      else this.#readShape({ input: value, shape, path: inner, facts })
    }
  }

  #readShape({
    input,
    shape,
    path,
    facts,
  }: {
    input: unknown
    shape: Shape
    path: string
    facts: Record<string, Value>
  }): void {
    if (shape.kind === 'table') {
      this.#readRows(input, shape, path)
    } else if (shape.kind === 'group') {
      if (input !== null) this.readGroup({ input, group: shape, path, facts })
    } else {
      const read = readValue(input, shape.fact, this.#vocabulary)
      if (read.ok) facts[shape.fact.name] = read.value
      else this.problems.push({ path, message: read.message })
    }
  }

  #readRows(input: unknown, { table, row }: Extract<Shape, { kind: 'table' }>, path: string): void {
    if (input === null) return
    if (!Array.isArray(input)) {
      this.#report(
        path,
        `应是一个列表 [ … ]，每项一条，不能是${shown(input)}`,
        `must be a list [ … ] with one item each, not${shown(input)}`,
      )
      return
    }
    if (input.length > rowLimit) {
      this.#report(
        path,
        `最多 ${rowLimit} 项，写了 ${input.length} 项`,
        `must have at most ${rowLimit} items, not ${input.length}`,
      )
      return
    }
    this.rows[table] = input.map((item: unknown, index) => {
      const facts: Record<string, Value> = {}
      this.readGroup({ input: item, group: row, path: `${path}[${index}]`, facts })
      return facts
    })
  }

  #reportUnknown(path: string, { key, group }: { key: string; group: Group }): void {
    // A table is easily called by the name of one of its rows.
    const table = path === key ? this.#vocabulary.tables.find(({ row }) => row === key)?.name : undefined
    const nearest = table ?? findNearestName(key, group.members.keys())
    const derived = this.#vocabulary.facts.find(
      ({ name, is }) => is !== null && (name === path || name.endsWith(`.${key}`)),
    )
    if (derived !== undefined && nearest === undefined) {
      this.#report(
        path,
        `“${derived.label.zh}”由其他资料算出，不用填`,
        `"${derived.label.en}" is worked out from other facts and is not filled in`,
      )
      return
    }
    this.#report(
      path,
      `没有“${key.slice(0, 60)}”这一项${nearest === undefined ? '' : `，是不是 ${nearest}？`}`,
      `there is no fact "${key.slice(0, 60)}"${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
    )
  }

  #report(path: string, zh: string, en: string): void {
    this.problems.push({ path, message: { zh, en } })
  }
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}
