import { placeOf } from '../text/clean-line.ts'
import type { Deadline, Recurrent } from '../outline.ts'
import type { Clause } from './clause.ts'
import { datesOf } from './year.ts'

const horizon = /目标|指导思想|总体要求/

/** Dated obligations of a clause; a horizon of general goals is none. */
export function deadlinesOf(clause: Clause, next: Clause | undefined, alsoTarget: boolean): readonly Deadline[] {
  if (horizon.test(clause.sectionHeading)) return []
  return datesOf(clause).flatMap((date) => {
    const own = clause.text.slice(date.to - clause.start)
    const what = own.length > 2 ? own : (next?.text ?? own)
    if (what.length < 2) return []
    return [
      {
        section: clause.section,
        what: what.slice(0, 40),
        date: date.start ? String(date.year) : date.date,
        ...(date.start ? { start: true as const } : {}),
        ...(alsoTarget ? { alsoTarget: true as const } : {}),
        at: placeOf(clause.line, date.from, date.to),
      },
    ]
  })
}

const recurring =
  /每半年|每季度|每两年|每\d年|每年(?!龄|增)|每月|每周|每旬|半年一次|周(?=探访|巡访)|月(?=调度|通报)|年度(?=报告|考核|评估)|定期或不定期|定期|适时/

/** Work that comes round: its period, its day, who and to whom, as far as the text says. */
export function recurrentOf(clause: Clause): Recurrent | null {
  const match = recurring.exec(clause.text)
  if (!match) return null
  if (/元|补贴|育儿假|护理假|产假|保教费|减免/.test(clause.text)) return null
  if (/托位数|每年[\u4e00-\u9fff]{0,4}享受/.test(clause.text)) return null
  const period = periodName(match[0])
  const day = /每年(\d{1,2})月(?:(\d{1,2})日|(底))/.exec(clause.text)
  const due = day
    ? `${(day[1] ?? '').padStart(2, '0')}-${day[3] ? lastDay(Number(day[1])) : (day[2] ?? '').padStart(2, '0')}`
    : undefined
  const subject = clause.text.slice(0, match.index).replace(/^(?:要|应|并|和)/, '')
  const to = /向([^，]{2,20}?)报告|报([^，告送]{2,14})$/.exec(clause.sentence)
  return {
    section: clause.section,
    what: clause.text.slice(match.index + match[0].length).slice(0, 40) || subject.slice(-20),
    period,
    ...(due ? { due } : {}),
    ...(subject.length >= 2 && subject.length <= 40 && !/^(?:建立|开展|落实|健全)/.test(subject)
      ? { duty: subject }
      : {}),
    ...(to ? { to: to[1] ?? to[2] ?? '' } : {}),
    at: placeOf(clause.line, clause.start, clause.end),
  }
}

function periodName(word: string): string {
  switch (word) {
    case '定期':
      return '定期(未定周期)'
    case '周':
      return '每周'
    case '月':
      return '每月'
    case '年度':
      return '每年'
    case '半年一次':
      return '每半年'
    default:
      return word
  }
}

const lastDay = (month: number): string => (month === 2 ? '28' : [4, 6, 9, 11].includes(month) ? '30' : '31')
