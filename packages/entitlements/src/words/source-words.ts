import type { Text } from '@junheng/rules'
import type { Confidence, SourceDocument, SourceRef } from '../place.ts'
import { clauseWords } from './clause-words.ts'

/** `《…方案》二（三）7`. Titles stay in Chinese: that is how they are found. */
export function sourceWords(source: SourceRef, document: SourceDocument | undefined): Text {
  const title = document?.title ?? source.document
  const quoted = /^[《〈]/.test(title) ? title : `《${title}》`
  const clause = clauseWords(source.clause)
  return { zh: `${quoted}${clause}`, en: `${quoted} ${clause}` }
}

/** What to tell people of a value that was not compared with an original text; null when it was. */
export function confidenceWords(confidence: Confidence): Text | null {
  return warnings[confidence]
}

const warnings: Readonly<Record<Confidence, Text | null>> = {
  confirmed: null,
  'single-source': {
    zh: '这项目前只见于一处来源，请先向当地核实',
    en: 'This rests on a single source; check with the local office first',
  },
  unconfirmed: {
    zh: '这项还没有核实，以当地答复为准',
    en: 'This has not been confirmed; the local office’s word counts',
  },
}

export const draftWords: Text = {
  zh: '依据的文件还是送审稿，没有正式施行',
  en: 'The document is still a draft and not in force',
}

/** The least certain of several. */
export function leastConfident(confidences: Iterable<Confidence>): Confidence {
  const order: readonly Confidence[] = ['confirmed', 'single-source', 'unconfirmed']
  let worst = 0
  for (const confidence of confidences) worst = Math.max(worst, order.indexOf(confidence))
  return order[worst] ?? 'confirmed'
}
