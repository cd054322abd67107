import { parseChineseNumeral } from '../headings/number-form.ts'

/** A number with its unit as it stands in a clause. Money is in yuan, rates keep `‰` and `/10万`. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number | readonly [number, number]
  readonly unit: string
  readonly text: string
  readonly chinese: boolean
}

const units = [
  '个百分点',
  '个工作日',
  '工作日',
  '个月',
  '周岁',
  '岁',
  '平方米',
  '分钟',
  '小时',
  '课时',
  '学时',
  '公里',
  '万人口',
  '人口',
  '元',
  '年',
  '月',
  '日',
  '天',
  '周',
  '%',
  '‰',
  '倍',
  '个',
  '所',
  '家',
  '名',
  '人',
  '次',
  '种',
  '项',
  '张',
  '处',
  '套',
  '例',
  '米',
  '间',
  '条',
  '场',
  '期',
  '期次',
  '类',
  '胎',
  '孩',
  '户',
]
const unitPattern = units.toSorted((a, b) => b.length - a.length).join('|')
const number = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`
const pattern = new RegExp(
  String.raw`(${number})(?:\s*(/10万))?(万|亿)?(?:[-—～至到]+(${number})(万|亿)?)?(?:余|多)?(${unitPattern})?`,
  'gu',
)
const chinesePattern = new RegExp(
  String.raw`([一二两三四五六七八九十]{1,3})(${'个月|周岁|岁|个|所|家|名|次|天|年|倍|种'})`,
  'gu',
)

const scale = (mark: string | undefined): number => (mark === '万' ? 10_000 : mark === '亿' ? 100_000_000 : 1)

/** All quantities of a text in order. Chinese numerals count only before a measure word. */
export function quantitiesOf(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, first = '', perHundredThousand, firstScale, second, secondScale, unit] = match
    const factor = scale(firstScale)
    const low =
      Number(first.replaceAll(',', '')) * (firstScale ? factor : second && secondScale ? scale(secondScale) : 1)
    const high = second === undefined ? null : Number(second.replaceAll(',', '')) * scale(secondScale)
    found.push({
      start: match.index,
      end: match.index + whole.length,
      value: high === null ? tidy(low) : [tidy(low), tidy(high)],
      unit: perHundredThousand ?? unit ?? '',
      text: whole,
      chinese: false,
    })
  }
  for (const match of text.matchAll(chinesePattern)) {
    const value = parseChineseNumeral(match[1] ?? '')
    if (value === null || found.some((q) => match.index < q.end && q.start < match.index + match[0].length)) continue
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value,
      unit: match[2] ?? '',
      text: match[0],
      chinese: true,
    })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** Products such as 1.2 × 10000 without their float dust. */
const tidy = (n: number): number => Number(n.toPrecision(12))
