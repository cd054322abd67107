import type { Text } from '@junheng/rules'
import type { Answer } from './answer.ts'
import type { FactInfo, Place } from './place.ts'
import { indexOf } from './place-index.ts'
import type { Situation } from './situation.ts'
import { isUnprompted } from './unprompted.ts'
import { factWords } from './words/fact-words.ts'

/** One fact worth asking for. */
export interface Question {
  readonly fact: string
  /** Table and row it is asked of; null for a fact of the household. */
  readonly table: string | null
  readonly index: number | null
  /** With whose it is: `第 2 个孩子的出生日期`. */
  readonly label: Text
  readonly question: Text
  readonly help: Text | null
  readonly type: FactInfo['type']
  readonly unit: string | null
  readonly min: number | null
  readonly max: number | null
  readonly topic: string
  /** The choices, where it is a code. */
  readonly codes: readonly { readonly code: string; readonly label: Text }[]
  /** Ids of the benefits it helps to decide. */
  readonly decides: readonly string[]
}

export interface QuestionsInput {
  readonly place: Place
  readonly situation: Situation
  readonly answers: readonly Answer[]
  /** Topics the person has opened; only there are facts asked that nobody should be asked unprompted. */
  readonly topics?: readonly string[]
}

/**
 * The facts that still matter, those that settle most first. Each incomplete answer shares its weight among its missing
 * facts, most to the one its conditions read first: a "no" to that makes the others needless.
 */
export function nextQuestions({ place, situation, answers, topics = [] }: QuestionsInput): readonly Question[] {
  const index = indexOf(place)
  const found = new Map<string, { info: FactInfo; row: number | null; weight: number; decides: Set<string> }>()
  for (const answer of answers) {
    for (const { info, row } of startsWorthTelling(answer, { place, situation, topics })) {
      found.set(`${info.name} ${row ?? ''}`, { info, row, weight: 0, decides: new Set([answer.id]) })
    }
    const missing = [...answer.missing, ...answer.missingSoon]
    // What hangs on a fact nobody should be asked unprompted cannot be settled: its other facts are not asked either.
    if (missing.some(({ fact }) => isUnprompted(fact, { place, topics }))) continue
    for (const [at, { fact, index: row }] of missing.entries()) {
      const info = index.facts.get(fact)
      if (info === undefined) continue
      const key = `${fact} ${row ?? ''}`
      const entry = found.get(key) ?? { info, row, weight: 0, decides: new Set<string>() }
      entry.weight += weightOf(answer) * shareOf(at, missing.length)
      entry.decides.add(answer.id)
      found.set(key, entry)
    }
  }
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight || place.facts.indexOf(a.info) - place.facts.indexOf(b.info))
    .map(({ info, row, decides }) => {
      const count = info.table === null ? 1 : (situation.rows[info.table]?.length ?? 1)
      const label = factWords(info.name, { index, row, count })
      const list = info.type.kind === 'code' ? info.type.list : null
      return {
        fact: info.name,
        table: info.table,
        index: row,
        label,
        question: info.question ?? { zh: `${label.zh}？`, en: `${label.en}?` },
        help: info.help,
        type: info.type,
        unit: info.unit,
        min: info.min,
        max: info.max,
        topic: info.topic,
        codes: place.codeLists.find(({ name }) => name === list)?.codes ?? [],
        decides: [...decides],
      }
    })
}

/** On which day a leave is really begun: told only of one's own accord, once its topic is open. */
function startsWorthTelling(
  { id, status, subject }: Answer,
  { place, situation, topics }: Required<Omit<QuestionsInput, 'answers'>>,
): readonly { info: FactInfo; row: number | null }[] {
  const name = place.benefits.find((benefit) => benefit.id === id)?.leave?.startsFact
  const info = name === undefined || name === null ? undefined : indexOf(place).facts.get(name)
  if (info === undefined || status !== 'eligible' || !topics.includes(info.topic)) return []
  const row = info.table === null ? null : subject.index
  const facts = info.table === null || row === null ? situation.facts : situation.rows[info.table]?.[row]
  return (facts?.[info.name] ?? null) === null ? [{ info, row }] : []
}

/** Each fact twice the share of the next one; all together one. */
function shareOf(at: number, count: number): number {
  return 2 ** (count - 1 - at) / (2 ** count - 1)
}

/** Rights before wishes, money and days before the rest. */
function weightOf({ force, unit }: Answer): number {
  return (force === 'entitled' ? 2 : 1) + (unit === 'CNY' || unit === 'day' ? 1 : 0)
}
