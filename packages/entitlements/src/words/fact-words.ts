import type { Text, Value } from '@junheng/rules'
import type { FactInfo } from '../place.ts'
import type { PlaceIndex } from '../place-index.ts'
import { dayWords } from './day-words.ts'
import { numberWords, yuanWords } from './number-words.ts'

/** A fact's value as people read it; regions by their code, for names need a table. */
export function valueWords(value: Value, info: FactInfo, index: PlaceIndex): Text {
  if (value === null) return { zh: '还不知道', en: 'not known' }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (typeof value === 'string') {
    const list = info.type.kind === 'code' ? info.type.list : ''
    return index.codes.get(`${list}/${value}`)?.label ?? { zh: value, en: value }
  }
  if (info.type.kind === 'date') return dayWords(value)
  if (info.type.kind === 'money') return { zh: `${yuanWords(value)} 元`, en: `${yuanWords(value)} yuan` }
  if (info.type.kind === 'region') return { zh: String(value), en: String(value) }
  const unit = info.unit === null ? '' : ` ${info.unit}`
  return { zh: `${numberWords(value)}${unit}`, en: numberWords(value) }
}

/** A fact's name with whose it is: `孩子的出生日期`, `第 2 个孩子是否已入托`; "date of birth (child 2)". */
export function factWords(
  name: string,
  { index, row, count }: { index: PlaceIndex; row: number | null; count: number },
): Text {
  const table = index.tables.get(name)
  if (table !== undefined)
    return { zh: `${table.label.zh}的情况`, en: `whether there are any (${table.label.en.toLowerCase()})` }
  const info = index.facts.get(name)
  if (info === undefined) return { zh: name, en: name }
  const { label, type } = info
  const owner = row === null || info.table === null ? null : ownerWords(info.table, { index, row, count })
  const asked = type.kind === 'boolean' && !label.zh.startsWith('是否') ? `是否${label.zh}` : label.zh
  if (owner === null) return { zh: asked, en: label.en }
  const plain = index.tables.get(info.table ?? '')?.label.zh ?? ''
  const own = label.zh.startsWith(plain) ? label.zh.slice(plain.length) : null
  const zh = own === null ? `${owner.zh}${type.kind === 'boolean' ? '' : '的'}${asked}` : `${owner.zh}${own}`
  return {
    zh: type.kind === 'boolean' && own !== null ? `“${zh}”` : zh,
    en: count > 1 ? `${label.en} (${owner.en})` : label.en,
  }
}

function ownerWords(table: string, { index, row, count }: { index: PlaceIndex; row: number; count: number }): Text {
  const info = index.tables.get(table)
  const [zh, en] = [info?.label.zh ?? table, info?.row ?? table]
  return count > 1 ? { zh: `第 ${row + 1} 个${zh}`, en: `${en} ${row + 1}` } : { zh, en }
}
