import { placeOf } from '../text/clean-line.ts'
import type { Target } from '../outline.ts'
import type { Clause } from './clause.ts'
import { quantitiesOf, type Quantity } from './quantity.ts'
import { governingYear } from './year.ts'

const reaching =
  /达|提高到|提升到|提高至|降至|降到|下降到|控制在|保持|稳定在|建成|建有|建立|建设|新建|改扩建|设立|设置|成立|配备|配置|配齐|完成|创建|打造|开设|开展|不低于|不少于|不超过|至少|拥有|申报|扩大|培育|要有|有\d|覆盖|占比|比例|率|培训|实现|确定|提供|服务/
const countUnits = new Set(['个', '所', '家', '名', '人', '种', '张', '处', '间', '项', '场', '次', '类'])

interface Reading {
  readonly value: Target['value']
  readonly unit: string | null
  readonly extra?: Partial<Target>
}

function comparatorOf(clause: Clause, quantity: Quantity): string {
  if (Array.isArray(quantity.value)) return 'range'
  const before = clause.text.slice(0, quantity.start)
  const after = clause.text.slice(quantity.end, quantity.end + 8)
  if (/不早于/.test(before)) return '>='
  if (/^(?:及)?以上/.test(after) || /(?:不低于|不少于|至少|超过|不小于)[^，]*$/.test(before)) return '>='
  if (/^(?:及)?(?:以下|以内|之内)/.test(after) || /(?:不超过|不高于|不得超过|不大于|至多)[^，]*$/.test(before))
    return '<='
  return '='
}

/** Reads one number as a target, or null when it is something else. */
function readQuantity(clause: Clause, quantity: Quantity): Reading | null {
  const before = clause.text.slice(0, quantity.start)
  const after = clause.text.slice(quantity.end)
  if (!reaching.test(clause.text)) return null
  switch (quantity.unit) {
    case '%':
    case '‰':
    case '/10万':
      if (/补助|补贴|减免|贷款|上浮|总价|投资|报销|扣除|优惠/.test(clause.text)) return null
      return { value: quantity.value, unit: quantity.unit === '/10万' ? '/10万' : quantity.unit }
    case '分钟':
      return /圈|半径|范围/.test(after.slice(0, 12))
        ? { value: quantity.value, unit: '分钟', extra: { soft: true } }
        : null
    case '学时':
    case '课时':
      return { value: quantity.value, unit: quantity.unit }
    case '小时':
      return /课后|服务|托管/.test(clause.text) ? { value: quantity.value, unit: '小时' } : null
    default:
      break
  }
  if (!countUnits.has(quantity.unit)) return null
  if (quantity.chinese && !/至少|不少于|建成|建立|建设|设立|不低于/.test(before)) return null
  if (quantity.chinese && /^(?:个)?(?:方面|体系|机制|统一|环节|阶段|工程|行动)/.test(after)) return null
  if (/意见|单位$|家单位|方面|条/.test(quantity.text + after.slice(0, 4))) return null
  if (quantity.unit === '人' && /岁|孩/.test(before.slice(-3))) return null
  if (/千人口|千名|每千|千人/.test(before) && quantity.unit === '个')
    return { value: quantity.value, unit: '个/千人口' }
  if (quantity.unit === '次' && !/每/.test(clause.text)) return null
  if (quantity.unit === '次') return null
  return { value: quantity.value, unit: quantity.unit }
}

const stop = /^(?:力争|到|在|截至)?(?:20\d\d年(?:底|末)?(?:前)?|[“"]十[四五]五[”"](?:期末|末|期间|时期)?)?，?/

function indicatorOf(clause: Clause, quantity: Quantity | null): string {
  const text = clause.text.replace(stop, '')
  if (quantity === null) return text.slice(0, 30)
  const at = quantity.start - (clause.text.length - text.length)
  const before = text
    .slice(0, Math.max(0, at))
    .replace(
      /(?:均|要|应|须|必须|原则上|力争|至少|不低于|不少于|不超过|达到?|保持在|控制在|稳定在|提高到|下降到|降至|实现|建成|建设|建立|建有|设立|新建|按照)+$/g,
      '',
    )
  const after = text.slice(Math.max(0, at) + quantity.text.length).replace(/^(?:及)?(?:以上|以下|左右|的)+/, '')
  const name =
    /^(?:个|所)?[\u4e00-\u9fff“”（）、]{2,}/.test(after) &&
    before.replace(/(?:全[区市县盟省州旗]|每[个所]?.{1,6})$/, '').length < 4
      ? after
      : before || after
  return name.replace(/^[、和及，]+/, '').slice(-36)
}

function scopeOf(clause: Clause): string | undefined {
  return /全[区市县盟省州旗]|每个?[\u4e00-\u9fff（）]{1,8}?(?=至少|必须|建|要|都)|各[\u4e00-\u9fff（）]{1,6}(?=至少|要|都)/.exec(
    clause.text,
  )?.[0]
}

function forceOf(clause: Clause): string | undefined {
  return /力争|原则上|必须|争取/.exec(clause.text)?.[0]
}

function timeOf(clause: Clause, perYear: boolean): Pick<Target, 'byYear'> & Partial<Target> {
  if (perYear) return { byYear: null, perYear: true }
  const year = governingYear(clause)
  if (!year) return { byYear: null }
  if (year.mention.start) return { byYear: null, fromYear: year.mention.year }
  return { byYear: year.mention.year, ...(year.inherited ? { yearInherited: true as const } : {}) }
}

/** The targets of one clause: numbers to be reached, full coverage, and checkable states with a year. */
export function targetsOf(clause: Clause): readonly Target[] {
  const found: Target[] = []
  const scope = scopeOf(clause)
  const force = forceOf(clause)
  const base = {
    section: clause.section,
    ...(scope ? { scope } : {}),
    ...(force ? { force } : {}),
    at: placeOf(clause.line, clause.start, clause.end),
  }
  const perYear = /每年(?!龄)/.test(clause.text)
  const indicators = sharedIndicators(clause)
  for (const quantity of quantitiesOf(clause.text)) {
    const reading = readQuantity(clause, quantity)
    if (!reading) continue
    const comparator = reading.extra?.soft ? '<=' : comparatorOf(clause, quantity)
    const names = indicators.length > 1 && /均|都/.test(clause.text) ? indicators : [indicatorOf(clause, quantity)]
    for (const indicator of names) {
      found.push({
        ...base,
        indicator,
        value: reading.value,
        unit: reading.unit,
        comparator,
        ...timeOf(clause, perYear),
        ...reading.extra,
      })
    }
  }
  if (found.length === 0 && /全覆盖/.test(clause.text) && !/探索/.test(clause.text)) {
    found.push({
      ...base,
      indicator: indicatorOf(clause, null),
      value: 100,
      unit: '%',
      comparator: '=',
      ...timeOf(clause, false),
      derived: true,
    })
  }
  return found
}

/** `A 率和 B 率均…`: one number for several indicators. */
function sharedIndicators(clause: Clause): readonly string[] {
  const match = /^(?:.*?)([\u4e00-\u9fff0-9岁以下]+?率)[和、及与]([\u4e00-\u9fff0-9岁以下]+?率)(?:均|都)/.exec(
    clause.text,
  )
  return match ? [match[1] ?? '', match[2] ?? ''] : []
}
