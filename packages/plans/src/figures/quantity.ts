import { parseChineseNumeral } from '../text/chinese-numeral.ts'

/** A number with its unit as it stands in a clause. Money is in yuan; rates keep `%`, `‰`, `/10万`. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number | readonly [number, number]
  /** As the field writes it; empty where none follows. */
  readonly unit: string
  readonly text: string
  readonly chinese: boolean
}

/** Units that follow a number, longest first. */
const units =
  '个百分点|个工作日|个自然日|工作日|自然日|个学期|学期|个季度|个月|周岁|月龄|岁|平方公里|平方米|平米|㎡|分钟|小时|课时|学时|公里|千米|厘米|人口|元|年度|年|月|日|天|周|%|‰|倍|个|所|家|名|人次|户次|人|次|种|项|张|处|套|例|米|间|条|场|期|类|胎|孩|户|对|座|辆|支|部|份|件|床|门|位|册|只|台|批|档|级|轮|宗|亩|吨|栋|片|组|队|公斤|千克|克|分贝|公顷|人年|对数|折'
const number = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`
const scaleMark = '[十百千万亿]+'
const pattern = new RegExp(
  String.raw`(${number})\s*(?:(/(?:10|十)万)|(${scaleMark}(?!分)))?(?:余|多)?(?:(${units})(?:/|每)?)?(?:(?:[-—～]+|至|到)(${number})\s*(?:(/(?:10|十)万)|(${scaleMark}))?)?(?:余|多)?(${units})?`,
  'gu',
)
const chineseDigits = '[一二两三四五六七八九十百千万]'
const chinesePattern = new RegExp(
  String.raw`(?:(百|千|十万)分之(${chineseDigits}+)(?:点(${chineseDigits}+))?)|(?:([一二两三四五六七八九十]{1,3})[至到—-])?(${chineseDigits}{1,7})(个工作日|个月|周岁|学时|课时|分钟|小时|平方米|元|岁|个|所|家|名|次|天|日|倍|种|项|处|间|场|张|人|刻钟)`,
  'gu',
)

/** `1∶5`, `按6:4比例`: how things stand to each other, no quantity of anything. */
export const ratio =
  /(?<![\d.])\d{1,2}∶\d{1,2}(?:∶\d{1,2})?|(?<![\d.])\d{1,2}[:：]\d(?:\.\d+)?(?!\d)|(?<![\d.])\d{1,2}[:：]\d{1,2}(?=的?比例|(?:分担|承担|负担))|(?<=比例(?:为|不低于|不高于|达到)?)\d{1,2}[:：]\d{1,2}/g

const clock = /([01]?\d|2[0-3])[:：]([0-5]\d)(?!\d)/g

/** All quantities of a text in order; a time of day has unit `clock` and counts minutes. Chinese numerals count only before a measure word or as 百分之…. */
export function quantitiesOf(whole: string): readonly Quantity[] {
  const found: Quantity[] = []
  const text = /\d[∶:：]\d/.test(whole) ? whole.replace(ratio, (match) => ' '.repeat(match.length)) : whole
  if (/\d/.test(text)) {
    const clocks = [...text.matchAll(clock)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: Number(match[1]) * 60 + Number(match[2]),
      unit: 'clock',
      text: match[0],
      chinese: false,
    }))
    found.push(...clocks)
    for (const match of text.matchAll(pattern)) {
      const quantity = readArabic(match, text)
      if (!clocks.some((other) => quantity.start < other.end && other.start < quantity.end)) found.push(quantity)
    }
  }
  const shared = sharedUnits(text.includes('±') ? withTolerance(found, text) : found, text)
  for (const match of text.matchAll(/(?<=打|按|享受?)([一二三四五六七八九])([一二三四五六七八九])?折/g)) {
    const value = (parseChineseNumeral(match[1] ?? '') ?? 0) + (parseChineseNumeral(match[2] ?? '') ?? 0) / 10
    shared.push({
      start: match.index,
      end: match.index + match[0].length,
      value,
      unit: '折',
      text: match[0],
      chinese: true,
    })
  }
  for (const match of text.matchAll(/减半|半价/g))
    shared.push({ start: match.index, end: match.index + 2, value: 50, unit: '%', text: match[0], chinese: true })
  if (!/[一二两三四五六七八九十百千]/.test(text)) return shared.toSorted((a, b) => a.start - b.start)
  for (const match of text.matchAll(chinesePattern)) {
    const quantity = readChinese(match, text)
    if (quantity && !shared.some((other) => quantity.start < other.end && other.start < quantity.end))
      shared.push(quantity)
  }
  return shared.toSorted((a, b) => a.start - b.start)
}

/** `107±3`: from 104 to 110. */
function withTolerance(found: readonly Quantity[], text: string): readonly Quantity[] {
  return found.flatMap((own, i) => {
    const [before, after] = [found[i - 1], found[i + 1]]
    if (before && text.slice(before.end, own.start) === '±') return []
    if (!after || text.slice(own.end, after.start) !== '±') return [own]
    if (typeof own.value !== 'number' || typeof after.value !== 'number') return [own]
    const value = [tidy(own.value - after.value), tidy(own.value + after.value)] as const
    return [{ ...own, end: after.end, value, unit: after.unit || own.unit, text: text.slice(own.start, after.end) }]
  })
}

/** `10万、20万、30万元`, `5、10个`: numbers of a list take the unit that stands behind the last, and its scale. */
function sharedUnits(found: readonly Quantity[], text: string): Quantity[] {
  const shared = [...found]
  let scale = 1
  for (let i = shared.length - 2; i >= 0; i -= 1) {
    const [own, next] = [shared[i], shared[i + 1]]
    if (!own || !next || own.unit !== '' || next.unit === '' || next.unit === 'clock' || next.unit === '年') {
      scale = 1
      continue
    }
    if (!/^[、和及]$/.test(text.slice(own.end, next.start)) || typeof own.value !== 'number') continue
    if (next.text.includes('万')) scale = 10_000
    const value = /[十百千万亿]/.test(own.text) ? own.value : tidy(own.value * scale)
    shared[i] = { ...own, unit: next.unit, value }
  }
  return shared
}

function readArabic(match: RegExpMatchArray, text: string): Quantity {
  const start = match.index ?? 0
  const [, first = '', firstPer, firstScale, firstUnit, second, secondPer, secondScale] = match
  let [whole] = match
  let lastUnit = match[8]
  let high = second === undefined ? null : valueOf(second) * scaleOf(secondScale)
  const isRange =
    high !== null && (firstUnit === undefined || lastUnit === firstUnit || sameMeasure(firstUnit, lastUnit))
  if (
    high !== null &&
    (!isRange || (firstUnit === undefined && /[至到]/.test(whole) && lastUnit === undefined && secondPer === undefined))
  ) {
    // `从60天到产后…`: the second number is a thing of its own.
    const cut = whole.search(/[-—～至到]/)
    whole = whole.slice(0, cut)
    lastUnit = undefined
    high = null
  }
  if (high === null && firstUnit !== undefined && lastUnit !== undefined) {
    // `300元/月` ends with the money; the period behind it is read where it is wanted.
    whole = whole.slice(0, whole.length - lastUnit.length)
    whole = whole.replace(/[/每]$/, '')
  } else if (high === null) whole = whole.replace(/(?<=.)[/每]$/, '')
  const scale =
    firstScale === undefined && high !== null && secondScale !== undefined ? scaleOf(secondScale) : scaleOf(firstScale)
  const low = valueOf(first) * scale
  const per = firstPer ?? secondPer
  return {
    start,
    end: start + whole.length,
    value: high === null ? tidy(low) : [tidy(low), tidy(high)],
    unit: per ? '/10万' : unitName((high === null ? (firstUnit ?? lastUnit) : (lastUnit ?? firstUnit)) ?? ''),
    text: text.slice(start, start + whole.length),
    chinese: false,
  }
}

const sameMeasure = (a: string, b: string | undefined): boolean =>
  b === undefined || (a === '岁' && b === '周岁') || (a === '周岁' && b === '岁')

function unitName(unit: string): string {
  if (unit === '平米' || unit === '㎡') return '平方米'
  return unit
}

function readChinese(match: RegExpMatchArray, text: string): Quantity | null {
  const start = match.index ?? 0
  const [whole, share, numerator = '', fraction, low, numeral = '', unit = ''] = match
  const place = { start, end: start + whole.length, text: text.slice(start, start + whole.length), chinese: true }
  if (share !== undefined) {
    const value = parseChineseNumeral(numerator)
    if (value === null) return null
    const rest = fraction === undefined ? '' : `.${String(parseChineseNumeral(fraction) ?? 0)}`
    const rate = share === '百' ? '%' : share === '千' ? '‰' : '/10万'
    return { ...place, value: Number(`${value}${rest}`), unit: rate }
  }
  // 第一个, 十几个, 三孩: an order or a name, not a count.
  if (/[第几数零〇]$/.test(text.slice(0, start)) || /^(?:万|千|百)$/.test(numeral)) return null
  const value = parseChineseNumeral(numeral)
  if (value === null) return null
  const from = low === undefined ? null : parseChineseNumeral(low)
  if (from !== null && from < value) return { ...place, value: [from, value], unit }
  return unit === '刻钟' ? { ...place, value: value * 15, unit: '分钟' } : { ...place, value, unit }
}

const valueOf = (text: string): number => Number(text.replaceAll(',', ''))

function scaleOf(marks: string | undefined): number {
  let scale = 1
  for (const mark of marks ?? '')
    scale *= mark === '十' ? 10 : mark === '百' ? 100 : mark === '千' ? 1000 : mark === '万' ? 10_000 : 100_000_000
  return scale
}

/** Products such as 1.2 × 10000 without their float dust. */
const tidy = (n: number): number => Number(n.toPrecision(12))
