import type { Expr } from '../ast.ts'
import type { Dictionary, Text } from '../types.ts'

/** The label of a fact or parameter, or its name where nothing declares it. */
export function labelOf(node: Extract<Expr, { kind: 'fact' | 'parameter' }>, dictionary: Dictionary): Text {
  const declared = node.kind === 'fact' ? dictionary.facts.get(node.name) : dictionary.parameters.get(node.name)
  const label = declared?.label
  return { zh: label?.zh || node.name, en: label?.en || node.name }
}

/** What a row of a table is called: 孩子, the child. */
export function rowOf(table: string, dictionary: Dictionary): Text {
  const declared = dictionary.tables.get(table)
  return { zh: declared?.label.zh ?? table, en: `the ${declared?.row ?? table}` }
}

/** Whose date of birth a fact is, told by its label: 母亲出生日期 is the mother's; null when it is no date of birth. */
export function bornOf(node: Expr, dictionary: Dictionary): Text | null {
  if (node.kind !== 'fact') return null
  const label = labelOf(node, dictionary)
  if (!label.zh.endsWith('出生日期')) return null
  const zh = label.zh.slice(0, -'出生日期'.length).replace(/的$/, '')
  const en = /^(?:the )?(.+)'s date of birth$|^date of birth of (?:the )?(.+)$/.exec(label.en)?.slice(1).find(Boolean)
  const row = node.table === null ? null : rowOf(node.table, dictionary)
  const name = node.name.slice(0, Math.max(0, node.name.indexOf('.')))
  return { zh: zh || (row?.zh ?? '本人'), en: en === undefined ? (row?.en ?? `the ${name || 'person'}`) : `the ${en}` }
}

/** 户籍所在地 → 户籍, place of household registration → household registration. */
export function placedThing(node: Expr, dictionary: Dictionary): Text | null {
  if (node.kind !== 'fact') return null
  const label = labelOf(node, dictionary)
  return { zh: label.zh.replace(/(?:所在地|所在地区)$/, ''), en: label.en.replace(/^place of /, '') }
}

/** When an age is taken: nothing for the day asked about, 在孩子出生时 for a birth, else 在…时. */
export function atTime(
  on: Expr,
  say: { readonly phrase: (expr: Expr) => Text; readonly dictionary: Dictionary },
): Text {
  if (on.kind === 'context') return { zh: '', en: '' }
  const who = bornOf(on, say.dictionary)
  if (who !== null) return { zh: `在${who.zh}出生时`, en: ` when ${who.en} is born` }
  const day = say.phrase(on)
  return { zh: `在${day.zh}时`, en: ` on ${day.en}` }
}
