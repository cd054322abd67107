import type { FactInfo } from './place.ts'
import type { Vocabulary } from './situation.ts'

/** One level of a nested situation: a fact to be filled in, a group of them, or a table's list of rows. */
export type Shape =
  | { readonly kind: 'fact'; readonly fact: FactInfo }
  | { readonly kind: 'group'; readonly members: ReadonlyMap<string, Shape> }
  | { readonly kind: 'table'; readonly table: string; readonly row: Group }

export type Group = Extract<Shape, { kind: 'group' }>

const shapes = new WeakMap<Vocabulary, Group>()

/** The nested objects in which a situation is written: `household.lowIncome` stands in `household`, rows in their table's list. */
export function situationShape(vocabulary: Vocabulary): Group {
  let shape = shapes.get(vocabulary)
  if (shape === undefined) {
    shape = buildShape(vocabulary)
    shapes.set(vocabulary, shape)
  }
  return shape
}

interface MutableGroup {
  readonly kind: 'group'
  readonly members: Map<string, Shape>
}

function buildShape({ facts, tables }: Vocabulary): Group {
  const root = emptyGroup()
  const rows = new Map<string, { readonly group: MutableGroup; readonly prefix: string }>()
  for (const { name, row } of tables) {
    const group = emptyGroup()
    rows.set(name, { group, prefix: `${row}.` })
    root.members.set(name, { kind: 'table', table: name, row: group })
  }
  for (const fact of facts) {
    if (fact.is !== null) continue
    const table = fact.table === null ? undefined : rows.get(fact.table)
    if (table === undefined) place(root, fact.name.split('.'), fact)
    else place(table.group, fact.name.slice(table.prefix.length).split('.'), fact)
  }
  return root
}

function place(group: MutableGroup, path: readonly string[], fact: FactInfo): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) {
    group.members.set(first, { kind: 'fact', fact })
    return
  }
  const known = group.members.get(first)
  const inner = known?.kind === 'group' ? (known as MutableGroup) : emptyGroup()
  group.members.set(first, inner)
  place(inner, rest, fact)
}

function emptyGroup(): MutableGroup {
  return { kind: 'group', members: new Map() }
}
