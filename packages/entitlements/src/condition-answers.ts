import { evaluate, factsOf, missingFacts, sentence } from '@junheng/rules'
import type { Text } from '@junheng/rules'
import type { ConditionAnswer } from './answer.ts'
import type { HouseholdEnvironment } from './household-environment.ts'
import type { Condition } from './place.ts'
import type { PlaceIndex } from './place-index.ts'
import type { SubjectCase } from './subject-case.ts'
import { valueWords } from './words/fact-words.ts'

/** Each condition of the case on the environment's day, with what was read and what is missing. */
export function conditionAnswers(subject: SubjectCase, env: HouseholdEnvironment): readonly ConditionAnswer[] {
  return subject.benefit.conditions.map((condition) => {
    const value = subject.absent ? null : evaluate(condition.when, env)
    const status = value === null ? 'unknown' : value === true ? 'holds' : 'fails'
    return {
      id: condition.id,
      status,
      sentence: conditionWords(condition, { fails: status === 'fails', index: subject.index }),
      source: condition.source,
      missing: value === null && !subject.absent ? missingFacts(condition.when, env).map(({ name }) => name) : [],
      facts: factsRead(condition, { subject, env }),
    }
  })
}

/** The pack's own words, else the sentence the expression says. */
function conditionWords(condition: Condition, { fails, index }: { fails: boolean; index: PlaceIndex }): Text {
  const own = fails ? condition.no : condition.yes
  if (own !== null) return own
  const said = sentenceOf(condition, index)
  return fails ? { zh: `不满足“${said.zh}”`, en: `it does not hold that ${said.en}` } : said
}

const sentences = new WeakMap<Condition, Text>()

function sentenceOf(condition: Condition, index: PlaceIndex): Text {
  let said = sentences.get(condition)
  if (said === undefined) {
    said = sentence(condition.when, index.dictionary)
    sentences.set(condition, said)
  }
  return said
}

const factNames = new WeakMap<Condition, readonly string[]>()

function namesRead(condition: Condition): readonly string[] {
  let names = factNames.get(condition)
  if (names === undefined) {
    names = factsOf(condition.when)
    factNames.set(condition, names)
  }
  return names
}

function factsRead(
  condition: Condition,
  { subject, env }: { subject: SubjectCase; env: HouseholdEnvironment },
): ConditionAnswer['facts'] {
  const { index, row, situation } = subject
  return namesRead(condition).flatMap((name) => {
    const info = index.facts.get(name)
    if (info === undefined) return []
    if (info.table === null || info.table === row?.table) {
      const value = env.fact(name, info.table === null ? null : (row?.index ?? null))
      return [{ name, label: info.label, value, shown: valueWords(value, info, index) }]
    }
    // Read of every row of another table: shown one after the other, with no single value.
    const each = (situation.rows[info.table] ?? []).map((_, i) => valueWords(env.fact(name, i), info, index))
    const shown = { zh: each.map(({ zh }) => zh).join('、'), en: each.map(({ en }) => en).join(', ') }
    return [{ name, label: info.label, value: null, shown: each.length === 0 ? valueWords(null, info, index) : shown }]
  })
}
