import type { Dictionary, FactDeclaration, ParameterDeclaration, TableDeclaration } from './types.ts'

type NameEntry =
  | { readonly kind: 'fact'; readonly declaration: FactDeclaration }
  | { readonly kind: 'parameter'; readonly declaration: ParameterDeclaration }
  | { readonly kind: 'table'; readonly declaration: TableDeclaration }

/** All names and aliases of a dictionary, for finding them in a text. */
export interface NameIndex {
  readonly entries: ReadonlyMap<string, NameEntry>
  /** The longest name that stands whole at offset `at` of the text, or undefined. */
  readonly longestAt: (text: string, at: number) => string | undefined
}

const indexes = new WeakMap<Dictionary, NameIndex>()

/** The index of a dictionary; made once for each. */
export function nameIndexOf(dictionary: Dictionary): NameIndex {
  const known = indexes.get(dictionary)
  if (known !== undefined) return known
  const made = makeIndex(dictionary)
  indexes.set(dictionary, made)
  return made
}

function makeIndex(dictionary: Dictionary): NameIndex {
  const entries = new Map<string, NameEntry>()
  const add = (entry: NameEntry): void => {
    entries.set(entry.declaration.name, entry)
    for (const alias of entry.declaration.aliases) entries.set(alias, entry)
  }
  for (const declaration of dictionary.parameters.values()) add({ kind: 'parameter', declaration })
  for (const declaration of dictionary.tables.values()) add({ kind: 'table', declaration })
  for (const declaration of dictionary.facts.values()) add({ kind: 'fact', declaration })

  const byFirst = new Map<string, string[]>()
  for (const name of [...entries.keys()].sort((a, b) => b.length - a.length)) {
    const first = name.slice(0, 1)
    const sameFirst = byFirst.get(first)
    if (sameFirst === undefined) byFirst.set(first, [name])
    else sameFirst.push(name)
  }
  const longestAt = (text: string, at: number): string | undefined =>
    byFirst.get(text.slice(at, at + 1))?.find((name) => text.startsWith(name, at) && endsWhole(text, at + name.length))
  return { entries, longestAt }
}

/** True when no name goes on at `at`: the next sign is no letter, digit or `.` before a letter. */
function endsWhole(text: string, at: number): boolean {
  return !/^\.?[\p{L}\p{M}\p{N}_·]/u.test(text.slice(at, at + 3))
}
