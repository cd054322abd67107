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

export interface ReadSituationOptions {
  /** What other places ask about: facts only they know are checked and left out, so that one situation does for all. */
  readonly elsewhere?: Vocabulary
  /** False for a code no region has or had. Without it any six digits will do: the table is too heavy for a phone. */
  readonly isRegion?: (code: number) => boolean
}

/**
 * A situation as JSON holds it (nested objects, money in yuan, ISO days) as rules read it. All that is wrong is
 * reported at once, each with its path; if anything is, nothing is accepted.
 */
export function readSituation(
  vocabulary: Vocabulary,
  input: unknown,
  { elsewhere, isRegion = () => true }: ReadSituationOptions = {},
): ReadSituation {
  const reader = new Reader(vocabulary, isRegion)
  const facts: Record<string, Value> = {}
  const other = elsewhere === undefined ? null : { vocabulary: elsewhere, group: situationShape(elsewhere) }
  reader.readGroup({ input, group: situationShape(vocabulary), other, path: '', facts })
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }
  return { ok: true, situation: { facts, rows: reader.rows } }
}

interface GroupInput {
  readonly input: unknown
  readonly group: Group
  /** The same level as other places know it. */
  readonly other: Elsewhere | null
  readonly path: string
  readonly facts: Record<string, Value>
}

interface Elsewhere {
  readonly vocabulary: Vocabulary
  readonly group: Group
}

class Reader {
  readonly problems: SituationProblem[] = []
  readonly rows: Record<string, readonly Readonly<Record<string, Value>>[]> = {}
  readonly #vocabulary: Vocabulary
  readonly #isRegion: (code: number) => boolean

  constructor(vocabulary: Vocabulary, isRegion: (code: number) => boolean) {
    this.#vocabulary = vocabulary
    this.#isRegion = isRegion
  }

  readGroup({ input, group, other, path, facts }: GroupInput): void {
    if (!isObject(input)) {
      this.#report(path, `应是一组资料 { … }，不能是${shown(input)}`, `must be an object { … }, not${shown(input)}`)
      return
    }
    for (const [key, value] of Object.entries(input)) {
      const inner = path === '' ? key : `${path}.${key}`
      const shape = group.members.get(key)
      const known = other?.group.members.get(key)
      if (shape !== undefined) {
        this.#readShape({ input: value, shape, other: below(other, known), path: inner, facts })
      } else if (other !== null && known !== undefined) {
        this.#check(value, { shape: known, vocabulary: other.vocabulary, path: inner })
      } else this.#reportUnknown(inner, { key, group })
    }
  }

  /** Reads what this place does not ask about, only to say what is wrong with it. */
  #check(input: unknown, { shape, vocabulary, path }: { shape: Shape; vocabulary: Vocabulary; path: string }): void {
    const reader = new Reader(vocabulary, this.#isRegion)
    reader.#readShape({ input, shape, other: null, path, facts: {} })
    this.problems.push(...reader.problems)
  }

  #readShape({
    input,
    shape,
    other,
    path,
    facts,
  }: {
    input: unknown
    shape: Shape
    other: Elsewhere | null
    path: string
    facts: Record<string, Value>
  }): void {
    if (shape.kind === 'table') {
      this.#readRows(input, { shape, other, path })
    } else if (shape.kind === 'group') {
      if (input !== null) this.readGroup({ input, group: shape, other, path, facts })
    } else {
      const read = readValue(input, shape.fact, this.#vocabulary)
      if (!read.ok) this.problems.push({ path, message: read.message })
      else if (shape.fact.type.kind === 'region' && typeof read.value === 'number' && !this.#isRegion(read.value)) {
        this.#report(
          path,
          `没有 ${read.value} 这个行政区划代码；刚设立的地方写它上一级的`,
          `there is no administrative region ${read.value}; for a newly founded one write what it lies in`,
        )
      } else facts[shape.fact.name] = read.value
    }
  }

  #readRows(
    input: unknown,
    { shape, other, path }: { shape: Extract<Shape, { kind: 'table' }>; other: Elsewhere | null; path: string },
  ): void {
    const { table, row } = shape
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
      this.readGroup({ input: item, group: row, other, path: `${path}[${index}]`, facts })
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

/** What other places know one level down; null where they know no group or table of that name. */
function below(other: Elsewhere | null, shape: Shape | undefined): Elsewhere | null {
  if (other === null || shape === undefined || shape.kind === 'fact') return null
  return { vocabulary: other.vocabulary, group: shape.kind === 'table' ? shape.row : shape }
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}
