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

/** A fact's name with whose it is: `孩子的出生日期`, `第 2 个孩子是否已入托`, `母亲是否在单位上班`; "date of birth (child 2)". */
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
  const asked = type.kind === 'boolean' ? whetherWords(label.zh) : label.zh
  const en = type.kind === 'boolean' ? `${label.en} (yes or no)` : label.en
  if (owner === null) return { zh: asked, en }
  const plain = index.tables.get(info.table ?? '')?.label.zh ?? ''
  const own = plain !== '' && asked.startsWith(plain) ? asked.slice(plain.length) : null
  const joint = own !== null || asked.startsWith('是否') ? '' : '的'
  return { zh: `${owner.zh}${joint}${own ?? asked}`, en: count > 1 ? `${en} (${owner.en})` : en }
}

/** Whom the label of a yes-or-no fact may begin with; `是否` stands after them. */
const subjectsOfLabels = /^(?:母亲|父亲单位|父亲|女方|孩子|兄弟姐妹|托育机构|机构|从业人员)(?!的)/u

/** `母亲在单位上班` as a question inside a sentence: `母亲是否在单位上班`; `已入托`: `是否已入托`. */
function whetherWords(label: string): string {
  if (label.includes('是否')) return label
  const subject = subjectsOfLabels.exec(label)?.[0] ?? ''
  return `${subject}是否${label.slice(subject.length).replace(/^是/u, '')}`
}

function ownerWords(table: string, { index, row, count }: { index: PlaceIndex; row: number; count: number }): Text {
  const info = index.tables.get(table)
  const [zh, en] = [info?.label.zh ?? table, info?.row ?? table]
  return count > 1 ? { zh: `第 ${row + 1} 个${zh}`, en: `${en} ${row + 1}` } : { zh, en }
}
