import type { DataCategory, FieldInfo, FieldType, TextForm, Unit } from '@junheng/casework'
import type { FactInfo } from '@junheng/entitlements'
import { makeDictionary, type Dictionary, type Expr, type FactDeclaration } from '@junheng/rules'
import type { BrokenNames } from '../load/broken-names.ts'
import type { Pack } from '../load/pack.ts'
import { ExpressionReader } from '../resolve/expression-reader.ts'
import { mergeItems } from '../resolve/merge-items.ts'
import { didYouMean, whereIs, type ProblemSink } from '../resolve/problem-sink.ts'
import { readType } from '../resolve/read-type.ts'
import type { Vocabulary } from '../resolve/vocabulary.ts'

/** What the procedures of a place may name: the facts of its dictionary, and the fields only cases know. */
export interface ProcedureVocabulary {
  readonly fields: ReadonlyMap<string, FieldInfo>
  readonly derived: ReadonlyMap<string, Expr>
  readonly units: readonly Unit[]
  readonly tables: Dictionary['tables']
  readonly reader: ExpressionReader
}

export function procedureVocabulary(options: {
  readonly lineage: readonly Pack[]
  readonly vocabulary: Vocabulary
  readonly facts: readonly FactInfo[]
  readonly broken: BrokenNames
  readonly sink: ProblemSink
}): ProcedureVocabulary {
  const { lineage, vocabulary, facts, broken, sink } = options
  const { dictionary } = vocabulary
  const rows = new Map([...dictionary.tables.values()].map(({ row, name }) => [row, name]))
  const items = mergeItems({ lineage, sink, itemsOf: (pack) => pack.fields, idOf: (data) => data.name })
  const units = mergeItems({ lineage, sink, itemsOf: (pack) => pack.units, idOf: (data) => data.id })
  const fields = new Map(
    facts.map((fact): [string, FieldInfo] => {
      const category = vocabulary.facts.get(fact.name)?.data.category ?? null
      return [fact.name, fieldOf({ ...fact, category }, dictionary)]
    }),
  )
  const declared: FactDeclaration[] = []
  for (const [name, item] of items) {
    const other = vocabulary.facts.get(name) ?? vocabulary.parameters.get(name)
    if (other !== undefined) {
      const message = {
        zh: `“${name}”这个名字已在 ${whereIs(other)} 用过`,
        en: `the name "${name}" is already used at ${whereIs(other)}`,
      }
      sink.report(item, { path: ['name'], code: 'duplicate-name', message })
      continue
    }
    const type = readFieldType(item.data.type)
    const table = rows.get(name.split('.')[0] ?? '') ?? null
    const category: DataCategory | null = item.data.category ?? null
    fields.set(name, fieldOf({ name, label: item.data.label, type, table, category }, dictionary))
    if (type.kind === 'code' && !dictionary.codeLists.has(type.list)) {
      const hint = didYouMean(type.list, dictionary.codeLists.keys())
      const message = {
        zh: `没有“${type.list}”这个代码表${hint.zh}`,
        en: `there is no code list "${type.list}"${hint.en}`,
      }
      sink.report(item, { path: ['type'], code: 'unknown-code-list', message })
    }
    if (type.kind !== 'text') declared.push({ name, aliases: [], type, label: item.data.label, table })
  }
  const whole = makeDictionary({
    facts: [...dictionary.facts.values(), ...declared],
    tables: [...dictionary.tables.values()],
    codeLists: [...dictionary.codeLists.values()],
    parameters: [...dictionary.parameters.values()],
  })
  return {
    fields,
    derived: new Map(facts.flatMap(({ name, is }) => (is === null ? [] : [[name, is] as const]))),
    units: [...units.values()].map(({ data: { id, label, receives } }) => ({ id, label, receives })),
    tables: dictionary.tables,
    reader: new ExpressionReader({ dictionary: whole, sink, broken }),
  }
}

function fieldOf({ name, label, type, table, category }: Omit<FieldInfo, 'codes'>, dictionary: Dictionary): FieldInfo {
  const codes = type.kind === 'code' ? (dictionary.codeLists.get(type.list)?.codes ?? []) : []
  return { name, label, type, table, codes, category }
}

function readFieldType(text: string): FieldType {
  if (!text.startsWith('text')) return readType(text)
  const form = /^text\((.+)\)$/.exec(text)?.[1]
  return { kind: 'text', form: (form ?? 'free') as TextForm }
}
