import type {
  CodeListDeclaration,
  Dictionary,
  FactDeclaration,
  ParameterDeclaration,
  TableDeclaration,
} from './types.ts'

/** A dictionary with nothing in it. */
export const emptyDictionary: Dictionary = {
  facts: new Map(),
  tables: new Map(),
  codeLists: new Map(),
  parameters: new Map(),
}

/** A dictionary of the given declarations; of two with one name the later wins (the pack checks report duplicates). */
export function makeDictionary(parts: {
  readonly facts?: readonly FactDeclaration[]
  readonly tables?: readonly TableDeclaration[]
  readonly codeLists?: readonly CodeListDeclaration[]
  readonly parameters?: readonly ParameterDeclaration[]
}): Dictionary {
  const byName = <T extends { readonly name: string }>(items: readonly T[] = []): ReadonlyMap<string, T> =>
    new Map(items.map((item) => [item.name, item]))
  return {
    facts: byName(parts.facts),
    tables: byName(parts.tables),
    codeLists: byName(parts.codeLists),
    parameters: byName(parts.parameters),
  }
}
