import { placeOf, type At } from '../text/line.ts'
import type { OtherNumber } from '../outline.ts'
import type { Clause } from './clause.ts'
import { goalHeading } from './duties.ts'
import { ratio, type Quantity } from './quantity.ts'
import { ageUnits, notGiven, termUnits } from './words.ts'

/** Why a number is neither target nor benefit; null = nothing explains it. */
function reasonOf(clause: Clause, quantity: Quantity): string | null {
  const { text } = clause
  const ahead = text.slice(Math.max(0, quantity.start - 8), quantity.start)
  const behind = text.slice(quantity.end, quantity.end + 10)
  if (ageUnits.has(quantity.unit)) return 'age'
  if (ahead.endsWith('第')) return 'order'
  if (/^(?:110|119|120|122|12[3-9]\d\d)$/.test(quantity.text)) return 'telephone number'
  if (quantity.start === 0 && /^[.、．]/.test(behind)) return 'number of an item'
  if (/^[”"]?[\p{Script=Han}]{0,6}(?:日|周|月|活动)/u.test(behind) && /^\d{1,2}[.·]\d{1,2}$/.test(quantity.text))
    return 'name of a day'
  if (/(?:共|合计|总计|累计)$/.test(ahead)) return 'sum'
  if (
    termUnits.has(quantity.unit) ||
    (/^(?:天|日|个月|小时)$/.test(quantity.unit) && /^(?:以?内|之内|前|起)/.test(behind))
  )
    return 'time limit of a procedure'
  if (/(?:“|三|个)?(?:大|项)?(?:制度|行动|工程|计划|方面|机制|举措|措施|工作|任务|政策)/.test(behind.slice(0, 5)))
    return 'programme name or count of measures'
  if (/周期|一周期/.test(behind) || /^(?:年|个月)$/.test(quantity.unit)) return 'period'
  if (/胎|孩|子女|婴儿/.test(quantity.unit + behind.slice(0, 3))) return 'birth order or number of children'
  if (notGiven.test(text)) return 'fine, income or turnover'
  if (quantity.unit === '元') return 'sum of money that is no benefit (funds, price, threshold)'
  if (/^分(?!钟)/.test(behind)) return 'score'
  if (/意见|建议|单位|部门/.test(behind.slice(0, 6))) return 'number of comments or bodies'
  if (/米|公里/.test(quantity.unit)) return 'measure'
  if (/^(?:以上|以下|以内)/.test(behind)) return 'threshold'
  if (/(?:先行|首次|首笔|余下|剩余|其余|发放|兑现|拨付)[^，]{0,8}$/.test(ahead)) return 'instalment'
  if (quantity.unit === '%') return 'share named in passing'
  if (quantity.unit.endsWith('年')) return 'period'
  if (quantity.unit === '月' || quantity.unit === '日') return 'day without a year'
  if (quantity.unit === '' && /^[A-Za-z]/.test(behind)) return 'part of a name'
  return quantity.unit === '' ? null : 'count named in passing'
}

/** Numbers of a clause that no figure's quote covers, each with the reason; `doubt` where none was found. */
export function otherNumbersOf(clause: Clause, covered: readonly At[]): readonly OtherNumber[] {
  const found: OtherNumber[] = []
  const add = (start: number, end: number, note: string, doubt: string | null): void => {
    const at = placeOf(clause.line, clause.start + start, clause.start + end)
    if (!covered.some((quote) => covers(quote, at)))
      found.push({ section: clause.section, note, at, ...(doubt === null ? {} : { doubt }) })
  }
  for (const mention of clause.dates) {
    const note =
      mention.use === 'by' && goalHeading.test(clause.sectionHeading)
        ? 'horizon'
        : mention.use === 'condition'
          ? 'date that tells who is meant'
          : mention.use === 'past'
            ? 'date of something past'
            : 'date'
    add(mention.start, mention.end, note, null)
  }
  for (const quantity of clause.quantities) {
    if (quantity.chinese && quantity.unit !== '个' && !/[项]/.test(quantity.unit)) continue
    const reason = reasonOf(clause, quantity)
    if (quantity.chinese && reason !== 'programme name or count of measures') continue
    const end = Math.min(
      clause.text.length,
      quantity.end + (/^[\p{Script=Han}]/u.test(clause.text.slice(quantity.end)) ? 4 : 0),
    )
    add(quantity.start, end, reason ?? 'unexplained', reason === null ? otherDoubts.unread.zh : null)
  }
  for (const { index, 0: mark } of clause.text.matchAll(ratio)) add(index, index + mark.length, 'ratio', null)
  for (const { index, 0: mark } of clause.text.matchAll(leftBlank))
    add(index, index + mark.length, 'left blank', otherDoubts.blank.zh)
  return found
}

/** `××年××月`, `XX万元`: what a draft leaves to be filled in. */
const leftBlank =
  /[×✕□]{1,4}(?:[年月日][×✕□]{1,4})*(?=[\p{Script=Han}%])|(?<![A-Za-z])[Xx]{2,4}(?=[年月日号元个万家所张名人县市区镇])/gu

/** What is said of a number, or of a gap, that somebody has to look at. */
export const otherDoubts = {
  unread: { zh: '这个数字没有读懂，请确认它是什么', en: 'this number was not understood; say what it is' },
  blank: { zh: '原文这里留了空白，请补上', en: 'the text leaves a blank here; fill it in' },
} as const

function covers(quote: At, at: At): boolean {
  return quote.line === at.line && quote.col <= at.col && at.col < quote.col + Array.from(quote.quote).length
}
