import type { Text } from '@junheng/rules'

/** Clauses in a row: by `，` or, where one has a pause of its own, by `；`. */
export function joinChinese(clauses: readonly string[]): string {
  return clauses.join(clauses.some((clause) => /[，、；]/.test(clause)) ? '；' : '，')
}

/** "a", "a and b", "a, b and c"; by semicolons where one of them has a comma or an "and" of its own. */
export function joinEnglish(clauses: readonly string[]): string {
  if (clauses.length < 2) return clauses[0] ?? ''
  if (clauses.some((clause) => /,| and | or /.test(clause))) return clauses.join('; ')
  return `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1) ?? ''}`
}

/** One sentence of each: a capital and a full stop, nothing doubled. */
function asSentence({ zh, en }: Text): Text {
  return {
    zh: /[。！？]$/.test(zh) ? zh : `${zh}。`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}${/[.!?]$/.test(en) ? '' : '.'}`,
  }
}

/** Sentences one after the other. */
export function paragraph(sentences: readonly (Text | null)[]): Text {
  const said = sentences.filter((sentence) => sentence !== null).map(asSentence)
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') }
}
