import type { Expr } from '../ast.ts'
import type { Dictionary, Text } from '../types.ts'
import { makeClauses } from './clauses.ts'
import { makePhrases, type Phrases } from './phrases.ts'
import type { SentenceOptions } from './sentence-options.ts'
import { spaced } from './words.ts'

/**
 * What an expression says, in Chinese and in English, from the labels of the dictionary: 孩子未满 3 周岁, the child is
 * under 3. A condition becomes a clause without a full stop, a value becomes a phrase.
 */
export function sentence(expr: Expr, dictionary: Dictionary, options: SentenceOptions = {}): Text {
  const phrases: Phrases = makePhrases(dictionary, options, (condition) => clauses(condition, true))
  const clauses = makeClauses(dictionary, phrases)
  const text = expr.type.kind === 'boolean' ? clauses(expr, true) : phrases.phrase(expr)
  return { zh: spaced(text.zh), en: text.en }
}
