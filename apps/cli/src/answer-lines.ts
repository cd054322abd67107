import type { Answer, Place } from '@junheng/entitlements'
import type { Day } from '@junheng/kernel'
import type { Language } from './command.ts'

const words = {
  zh: {
    eligible: '可以领',
    inDraft: '送审稿里写了，还没有施行',
    incomplete: '还差资料',
    ineligible: '不符合',
    notARight: '鼓励但不是权利',
    none: '（无）',
    missing: '还要知道',
  },
  en: {
    eligible: 'Yours',
    inDraft: 'In a draft, not in force yet',
    incomplete: 'More is needed',
    ineligible: 'Does not apply',
    notARight: 'Encouraged, but not a right',
    none: '(none)',
    missing: 'still to be known',
  },
} as const

/** The answers for a person: what they have, what is still open, what does not apply, what is no right. */
export function answerLines(options: {
  readonly answers: readonly Answer[]
  readonly place: Place
  readonly day: Day
  readonly language: Language
  /** Gives the reason for what does not apply too. */
  readonly all: boolean
}): readonly string[] {
  const { answers, place, day, language, all } = options
  const text = words[language]
  const rights = answers.filter(({ force }) => force === 'entitled').sort((a, b) => rank(a) - rank(b))
  const group = (status: Answer['status']) => rights.filter((answer) => answer.status === status)
  const ineligible = group('ineligible')
  const eligible = group('eligible').filter(({ source }) => !source.draft)
  const inDraft = group('eligible').filter(({ source }) => source.draft)
  const favours = answers.filter(({ force, status }) => force !== 'entitled' && status !== 'ineligible')
  const section = (title: string, list: readonly Answer[], lines: (answer: Answer) => readonly string[]) => [
    '',
    `${title}${language === 'zh' ? `（${list.length}）` : ` (${list.length})`}`,
    ...(list.length === 0 ? [`  ${text.none}`] : list.flatMap(lines)),
  ]
  const full = (answer: Answer) => answerBlock(answer, language)
  return [
    `${place.name[language]} · ${day}`,
    ...section(text.eligible, eligible, full),
    ...(inDraft.length === 0 ? [] : section(text.inDraft, inDraft, full)),
    ...section(text.incomplete, group('incomplete'), (answer) => openBlock(answer, language)),
    ...section(text.ineligible, ineligible, (answer) => (all ? full(answer) : [`  - ${titled(answer, language)}`])),
    ...section(text.notARight, favours, (answer) => (all ? full(answer) : briefBlock(answer, language))),
  ]
}

const colon = { zh: '：', en: ': ' } as const

function inBrackets(text: string, language: Language): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`
}

const kinds = ['cash-periodic', 'cash-once', 'leave', 'tax', 'insurance', 'loan', 'discount', 'priority', 'service']

/** Money and days first; within a kind the order of the place. */
function rank({ kind }: Answer): number {
  return kinds.indexOf(kind)
}

function titled({ label, subject, id }: Answer, language: Language): string {
  const whose = subject.index === null ? '' : ` · ${subject.label[language]}`
  return `${label[language]}${whose} [${id}]`
}

function answerBlock(answer: Answer, language: Language): readonly string[] {
  const { amountText, from, lastDay, reason } = answer
  const dates = [from ?? '', lastDay ?? ''].join(' – ')
  const amount = amountText[language]
  return [
    `  - ${titled(answer, language)}${amount === '' ? '' : `${colon[language]}${amount}`}${dates === ' – ' ? '' : inBrackets(dates, language)}`,
    `      ${reason[language]}`,
  ]
}

function openBlock(answer: Answer, language: Language): readonly string[] {
  const missing = answer.missing.map(({ label }) => label[language]).join(language === 'zh' ? '、' : '; ')
  return [`  - ${titled(answer, language)}`, `      ${words[language].missing}${colon[language]}${missing}`]
}

function briefBlock(answer: Answer, language: Language): readonly string[] {
  return [`  - ${titled(answer, language)}${colon[language]}${answer.amountText[language]}`]
}
