import type { Answer } from '@junheng/entitlements'
import type { Language } from '../messages/language.tsx'

const marks = {
  zh: { because: '因为', source: '依据：' },
  en: { because: 'This is because', source: 'Source: ' },
} as const

/**
 * The why of an answer in one sentence. The engine's reason is a whole paragraph that can be read out alone; on a
 * card the amount stands above it and the clause and next step have places of their own.
 */
export function whyText(answer: Answer, language: Language): string {
  const reason = answer.reason[language]
  const { because, source } = marks[language]
  const end = reason.indexOf(source)
  const verdict = (end === -1 ? reason : reason.slice(0, end)).trim()
  if (answer.status !== 'eligible') return verdict
  const start = verdict.indexOf(because)
  return start === -1 ? verdict : verdict.slice(start)
}
