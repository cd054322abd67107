import { amountWords, targetWords, type Outline, type Section, type UnitRoles } from '@junheng/plans'
import type { Language } from './command.ts'

const words = {
  zh: {
    unknown: '（原文没有写）',
    issuer: '发文机关',
    date: '日期',
    number: '文号',
    place: '地方',
    carriesOut: '落实',
    roles: { lead: '牵头', support: '配合', joint: '共同', implement: '落实' },
    everywhere: '每一条都负责',
    target: '指标',
    benefit: '待遇',
    deadline: '期限',
    recurrent: '定期',
    year: '年',
    doubts: '要人看的地方',
    line: (line: number) => `第 ${line} 行`,
  },
  en: {
    unknown: '(not written)',
    issuer: 'issuer',
    date: 'date',
    number: 'number',
    place: 'place',
    carriesOut: 'carries out',
    roles: { lead: 'lead', support: 'support', joint: 'joint', implement: 'implement' },
    everywhere: 'answer for every item',
    target: 'target',
    benefit: 'benefit',
    deadline: 'by',
    recurrent: 'regularly',
    year: '',
    doubts: 'to look at',
    line: (line: number) => `line ${line}`,
  },
} as const

/** The outline as people read it: head, sections with their units and figures, then what is doubtful. */
export function outlineLines(outline: Outline, language: Language): readonly string[] {
  const say = words[language]
  const or = (text: string | null): string => text ?? say.unknown
  return [
    or(outline.title),
    `${say.issuer}: ${or(outline.issuer)} · ${say.date}: ${or(outline.date)} · ${say.number}: ${or(outline.docNumber)} · ${say.place}: ${outline.region.length > 0 ? outline.region.join(' ') : say.unknown}`,
    ...outline.parents.map(({ title, number }) => `${say.carriesOut}: 《${title}》${number ?? ''}`),
    ...unitLine(outline.documentUnits, language, `${say.everywhere}: `),
    '',
    ...outline.sections.flatMap((section) => sectionLines(section, outline, language)),
    ...(outline.doubts.length === 0 ? [] : ['', `${say.doubts}: ${outline.doubts.length}`]),
    ...outline.doubts.map(
      ({ what, section, at }) =>
        `  ? ${say.line(at.line)}${section === null ? '' : ` ${section}`} ${what[language]} “${at.quote.slice(0, 30)}”`,
    ),
  ]
}

function sectionLines(section: Section, outline: Outline, language: Language): readonly string[] {
  const say = words[language]
  const depth = section.path.split('/').length - 1
  const indent = '  '.repeat(depth)
  const own = <T extends { readonly section: string }>(items: readonly T[]): readonly T[] =>
    items.filter((item) => item.section === section.path)
  return [
    `${indent}${section.path} ${section.heading}`,
    ...unitLine(section.units, language, `${indent}  `),
    ...own(outline.targets).map(({ indicator, comparator, value, unit, byYear }) => {
      const number = `${targetWords({ comparator, value }, language)}${value === null ? '' : (unit ?? '')}`
      return `${indent}  ${say.target}: ${indicator} ${number}${byYear === null ? '' : ` (${byYear}${say.year})`}`
    }),
    ...own(outline.benefits).map(({ name, amount, unit, period, conditions, force }) => {
      const sum = amount === null ? '' : ` ${amountWords(amount)}${unit ?? ''}${period === null ? '' : ` ${period}`}`
      return `${indent}  ${say.benefit}: ${force === undefined ? '' : `${force} `}${name}${sum}${conditions === null ? '' : ` ← ${conditions}`}`
    }),
    ...own(outline.deadlines).map(({ date, what }) => `${indent}  ${say.deadline}: ${date} ${what}`),
    ...own(outline.recurrent).map(
      ({ period, what, due, to }) =>
        `${indent}  ${say.recurrent}: ${period}${due === undefined ? '' : ` ${due}`} ${what}${to === undefined || to === '' ? '' : ` → ${to}`}`,
    ),
  ]
}

function unitLine(units: UnitRoles, language: Language, lead: string): readonly string[] {
  const roles = words[language].roles
  const parts = (['lead', 'support', 'joint', 'implement'] as const).flatMap((role) =>
    units[role].length === 0 ? [] : [`${roles[role]}: ${units[role].join('、')}`],
  )
  return parts.length === 0 ? [] : [`${lead}${parts.join('；')}`]
}
