import type {
  CodeListDeclaration,
  Dictionary,
  FactDeclaration,
  ParameterDeclaration,
  TableDeclaration,
} from '@junheng/rules'
import type { CodeListFormat, FactFormat, TableFormat, TopicFormat } from '../format/dictionary-format.ts'
import type { ParameterFormat } from '../format/parameter-format.ts'
import type { Item, Pack } from '../load/pack.ts'
import { mergeItems } from './merge-items.ts'
import { didYouMean, whereIs, type ProblemSink } from './problem-sink.ts'
import { readType } from './read-type.ts'

/** The days of maternity leave that are a right; the resolver computes it from the chain's segments. */
export const maternityDaysFact = 'child.leaveDays.maternity'

/** Everything a place's expressions may name, with the entries it comes from. */
export interface Vocabulary {
  readonly dictionary: Dictionary
  readonly topics: ReadonlyMap<string, Item<TopicFormat>>
  readonly tables: ReadonlyMap<string, Item<TableFormat>>
  readonly codeLists: ReadonlyMap<string, Item<CodeListFormat>>
  readonly facts: ReadonlyMap<string, Item<FactFormat>>
  readonly parameters: ReadonlyMap<string, Item<ParameterFormat>>
}

/** Merges the dictionaries of a lineage and checks names, types, code lists and topics. */
export function buildVocabulary(lineage: readonly Pack[], sink: ProblemSink): Vocabulary {
  const topics = mergeItems({ lineage, sink, itemsOf: (pack) => pack.topics, idOf: (data) => data.id })
  const tables = mergeItems({ lineage, sink, itemsOf: (pack) => pack.tables, idOf: (data) => data.name })
  const codeLists = mergeItems({ lineage, sink, itemsOf: (pack) => pack.codeLists, idOf: (data) => data.name })
  const facts = mergeItems({ lineage, sink, itemsOf: (pack) => pack.facts, idOf: (data) => data.name })
  const parameters = mergeItems({ lineage, sink, itemsOf: (pack) => pack.parameters, idOf: (data) => data.id })
  checkNames({ tables, facts, parameters, sink })
  checkCodeLists(codeLists, sink)
  for (const item of facts.values()) checkFact({ item, topics, codeLists, sink })
  for (const item of parameters.values()) checkCodeType({ item, codeLists, sink })
  const rows = new Map([...tables.values()].map(({ data }) => [data.row, data.name]))
  return {
    dictionary: declare({ tables, codeLists, facts, parameters, rows }),
    topics,
    tables,
    codeLists,
    facts,
    parameters,
  }
}

/** The table a name's first word is a row of, or null for a name of the household as a whole. */
function tableOf(name: string, rows: ReadonlyMap<string, string>): string | null {
  return rows.get(name.split('.')[0] ?? '') ?? null
}

function declare(options: {
  readonly tables: ReadonlyMap<string, Item<TableFormat>>
  readonly codeLists: ReadonlyMap<string, Item<CodeListFormat>>
  readonly facts: ReadonlyMap<string, Item<FactFormat>>
  readonly parameters: ReadonlyMap<string, Item<ParameterFormat>>
  readonly rows: ReadonlyMap<string, string>
}): Dictionary {
  const { tables, codeLists, facts, parameters, rows } = options
  const factDeclarations = [...facts.values()].map(({ data }): FactDeclaration => ({
    name: data.name,
    aliases: data.aliases,
    type: readType(data.type),
    label: data.label,
    table: tableOf(data.name, rows),
  }))
  const children = rows.get('child')
  if (children !== undefined && !facts.has(maternityDaysFact)) {
    const label = { zh: '产假天数', en: 'days of maternity leave' }
    factDeclarations.push({ name: maternityDaysFact, aliases: [], type: { kind: 'number' }, label, table: children })
  }
  return {
    facts: new Map(factDeclarations.map((fact) => [fact.name, fact])),
    tables: new Map(
      [...tables.values()].map(({ data }): [string, TableDeclaration] => [
        data.name,
        { name: data.name, row: data.row, aliases: data.aliases, label: data.label },
      ]),
    ),
    codeLists: new Map(
      [...codeLists.values()].map(({ data }): [string, CodeListDeclaration] => [
        data.name,
        { name: data.name, codes: data.codes },
      ]),
    ),
    parameters: new Map(
      [...parameters.values()].map(({ data }): [string, ParameterDeclaration] => [
        data.id,
        { name: data.id, aliases: data.aliases, type: readType(data.type), label: data.label },
      ]),
    ),
  }
}

/** Words the language keeps for itself. */
const reserved = new Set(
  'and or not between in if then else some every satisfies true false null on here date count sum min max floor ceiling abs within for return'.split(
    ' ',
  ),
)

function checkNames(options: {
  readonly tables: ReadonlyMap<string, Item<TableFormat>>
  readonly facts: ReadonlyMap<string, Item<FactFormat>>
  readonly parameters: ReadonlyMap<string, Item<ParameterFormat>>
  readonly sink: ProblemSink
}): void {
  const { sink } = options
  const owners = new Map<string, Item<unknown>>()
  const take = (item: Item<unknown>, names: readonly string[]): void => {
    for (const name of names) {
      const owner = owners.get(name)
      if (owner === undefined) owners.set(name, item)
      else {
        const where = whereIs(owner)
        const message = {
          zh: `“${name}”这个名字已在 ${where} 用过`,
          en: `the name "${name}" is already used at ${where}`,
        }
        sink.report(item, { code: 'duplicate-name', message })
      }
      if (reserved.has(name)) {
        const message = { zh: `“${name}”是规则语言的保留字`, en: `"${name}" is a word of the rules language` }
        sink.report(item, { code: 'reserved-name', message })
      }
    }
  }
  for (const item of options.tables.values()) take(item, [item.data.name, item.data.row, ...item.data.aliases])
  for (const item of options.facts.values()) take(item, [item.data.name, ...item.data.aliases])
  for (const item of options.parameters.values()) take(item, [item.data.id, ...item.data.aliases])
}

function checkCodeLists(codeLists: ReadonlyMap<string, Item<CodeListFormat>>, sink: ProblemSink): void {
  for (const item of codeLists.values()) {
    const seen = new Set<string>()
    for (const [index, { code }] of item.data.codes.entries()) {
      if (seen.has(code)) {
        const message = { zh: `代码“${code}”写了两次`, en: `the code "${code}" is written twice` }
        sink.report(item, { path: ['codes', index], code: 'duplicate-id', message })
      }
      seen.add(code)
    }
  }
}

function checkFact(options: {
  readonly item: Item<FactFormat>
  readonly topics: ReadonlyMap<string, Item<TopicFormat>>
  readonly codeLists: ReadonlyMap<string, Item<CodeListFormat>>
  readonly sink: ProblemSink
}): void {
  const { item, topics, sink } = options
  const { data } = item
  checkCodeType(options)
  if (!topics.has(data.topic)) {
    const hint = didYouMean(data.topic, topics.keys())
    const message = { zh: `没有“${data.topic}”这个主题${hint.zh}`, en: `there is no topic "${data.topic}"${hint.en}` }
    sink.report(item, { path: ['topic'], code: 'unknown-topic', message })
  }
  if (data.is === undefined && data.question === null) {
    const message = {
      zh: '要么写 question（怎么问），要么写 is（怎么算）',
      en: 'it needs a question to ask, or `is` to compute it',
    }
    sink.report(item, { code: 'missing-question', message })
  }
  if (data.is !== undefined && data.ask !== undefined) {
    const message = { zh: '算出来的事实不问人，去掉 ask', en: 'a computed fact is never asked: remove ask' }
    sink.report(item, { path: ['ask'], code: 'derived-fact-asked', message })
  }
  if (data.min !== null && data.max !== null && data.min > data.max) {
    const message = { zh: 'min 大于 max', en: 'min is greater than max' }
    sink.report(item, { path: ['min'], code: 'wrong-range', message })
  }
}

function checkCodeType(options: {
  readonly item: Item<{ readonly type: string }>
  readonly codeLists: ReadonlyMap<string, Item<CodeListFormat>>
  readonly sink: ProblemSink
}): void {
  const { item, codeLists, sink } = options
  const type = readType(item.data.type)
  if (type.kind !== 'code' || codeLists.has(type.list)) return
  const hint = didYouMean(type.list, codeLists.keys())
  const message = { zh: `没有“${type.list}”这个代码表${hint.zh}`, en: `there is no code list "${type.list}"${hint.en}` }
  sink.report(item, { path: ['type'], code: 'unknown-code-list', message })
}
