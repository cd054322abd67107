import type { Value } from '@junheng/rules'
import type { Place } from './place.ts'

/**
 * What is known of one household, as rules read it: money in fen, days as day numbers, regions as six-digit numbers,
 * codes as their strings. A fact that is absent or null is not known.
 */
export interface Situation {
  /** Facts of the household as a whole, by full name. */
  readonly facts: Readonly<Record<string, Value>>
  /** Rows of each table, facts by full name; a table that is absent is not known, an empty one is known to be empty. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, Value>>[] | undefined>>
}

/** What a situation may say: all that reading one needs of a place. */
export type Vocabulary = Pick<Place, 'facts' | 'tables' | 'codeLists'>

/** The words of several places together, for a situation that is asked about in all of them. */
export function unionVocabulary(places: readonly Vocabulary[]): Vocabulary {
  const codeLists = new Map<string, Vocabulary['codeLists'][number]>()
  for (const list of places.flatMap((place) => place.codeLists)) {
    const codes = [...(codeLists.get(list.name)?.codes ?? []), ...list.codes]
    codeLists.set(list.name, { ...list, codes: [...new Map(codes.map((code) => [code.code, code])).values()] })
  }
  return {
    facts: [...new Map(places.flatMap((place) => place.facts).map((fact) => [fact.name, fact])).values()],
    tables: [...new Map(places.flatMap((place) => place.tables).map((table) => [table.name, table])).values()],
    codeLists: [...codeLists.values()],
  }
}
