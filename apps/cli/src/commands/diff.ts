import { comparePlaces, type BenefitComparison, type PlaceComparison } from '@junheng/packs'
import type { Command, Language } from '../command.ts'
import { findPlace } from '../load-places.ts'
import { readArguments } from '../read-arguments.ts'
import { readDay } from '../read-day.ts'
import { usageError } from '../usage-error.ts'

export const diff: Command = {
  name: 'diff',
  usage: 'A B [--on YYYY-MM-DD] [--json] [--all] [--dir packs]',
  summary: { zh: '逐项比较两个地方', en: 'compares two places benefit by benefit' },
  details: {
    zh: '金额按 --on 这一天的标准比较。相同的只计数；--all 也列出。',
    en: 'Amounts are those of the day --on. What is the same is only counted; --all lists it too.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      on: { type: 'string' },
      json: { type: 'boolean' },
      all: { type: 'boolean' },
      dir: { type: 'string' },
    })
    const [first, second, ...more] = positionals
    if (first === undefined || second === undefined || more.length > 0) {
      throw usageError({ zh: '要写两个地方', en: 'give two places' })
    }
    const on = readDay(values.on, terminal)
    const comparison = comparePlaces(await findPlace(first, values.dir), await findPlace(second, values.dir), { on })
    if (values.json === true) terminal.print(JSON.stringify(comparison, null, 2))
    else for (const line of lines(comparison, terminal.language, values.all === true)) terminal.print(line)
    return 0
  },
}

function lines({ a, b, on, benefits, totals }: PlaceComparison, language: Language, all: boolean): readonly string[] {
  const names = { a: a.name[language], b: b.name[language] }
  const shown = benefits.filter(({ state }) => all || state !== 'same')
  const { same, different, onlyA, onlyB } = totals
  return [
    `${names.a} ↔ ${names.b} · ${on}`,
    ...shown.flatMap((benefit) => block(benefit, names, language)),
    '',
    language === 'zh'
      ? `相同 ${same}，不同 ${different}，只有${names.a}有 ${onlyA}，只有${names.b}有 ${onlyB}`
      : `${same} the same, ${different} different, ${onlyA} only in ${names.a}, ${onlyB} only in ${names.b}`,
  ]
}

const signs = { same: '=', different: '≠', 'only-a': '‹', 'only-b': '›' } as const

const fieldWords: Readonly<Record<string, string>> = {
  force: '性质',
  amount: '数额',
  conditions: '条件',
  inForce: '有效期',
  from: '开始',
  to: '结束',
  leave: '计假',
}

function inBrackets(text: string, language: Language): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`
}

function block(
  { state, a, b, differences }: BenefitComparison,
  names: { readonly a: string; readonly b: string },
  language: Language,
): readonly string[] {
  const brief = a ?? b
  if (brief === null) return []
  const amount = brief.amount === null ? '' : `${language === 'zh' ? '：' : ': '}${brief.amount[language]}`
  const draft = brief.draft ? { zh: '，送审稿，还没有施行', en: ', a draft, not in force' }[language] : ''
  const owner = state === 'only-a' ? names.a : names.b
  const only = state === 'only-a' || state === 'only-b' ? `${amount}${inBrackets(`${owner}${draft}`, language)}` : ''
  const other = a !== null && b !== null && a.id !== b.id ? ` ~ ${b.label[language]} [${b.id}]` : ''
  return [
    `${signs[state]} ${brief.label[language]} [${brief.id}]${other}${only}`,
    ...differences.flatMap(({ field, a: left, b: right }) => [
      `    ${language === 'zh' ? (fieldWords[field] ?? field) : field}`,
      `      ${names.a}: ${left[language]}`,
      `      ${names.b}: ${right[language]}`,
    ]),
  ]
}
