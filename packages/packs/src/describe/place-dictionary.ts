import type { Place } from '@junheng/entitlements'
import { findRegion } from '@junheng/kernel/regions'
import { makeDictionary, type Dictionary, type Text } from '@junheng/rules'

/** The words of a place, for turning its expressions into sentences. */
export function placeDictionary({ facts, tables, codeLists, parameters }: Place): Dictionary {
  return makeDictionary({
    facts: facts.map(({ name, type, table, label }) => ({ name, type, table, label, aliases: [] })),
    tables: tables.map((table) => ({ ...table, aliases: [] })),
    codeLists,
    parameters: parameters.map(({ id, type, label }) => ({ name: id, type, label, aliases: [] })),
  })
}

/** A region's own name; the table knows them in Chinese only. */
export function regionName(code: number): Text | undefined {
  const name = code === 0 ? '全国' : findRegion(code)?.name
  return name === undefined ? undefined : { zh: name, en: code === 0 ? 'China' : name }
}
