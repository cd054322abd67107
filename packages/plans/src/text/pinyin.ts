const syllable =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:ai|ei|ao|ou|an|en|ang|eng|ong|er|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ue|[aeiou])|[mn]|ng|hm|r)$/
/** Latin letters with or without tone marks. */
const letter = /[a-z\u00e0-\u00ff\u0101-\u01dc\u01f9\u0261\u1e3f]/u
/** A tone mark that is a character of its own. */
const mark = /\p{Mn}/u

const isOpening = (c: string | undefined): boolean => c === '(' || c === '（'
const isClosing = (c: string | undefined): boolean => c === ')' || c === '）'

/** Length of a bracketed pinyin syllable at `i` (`(xiāng)`, `(zheng)`), or 0; an abbreviation such as `(app)` is none. */
export function pinyinAt(raw: readonly string[], i: number): number {
  if (!isOpening(raw[i])) return 0
  const end = lettersEnd(raw, i + 1)
  return end > i + 1 && isClosing(raw[end]) && isSyllable(raw.slice(i + 1, end).join('')) ? end + 1 - i : 0
}

/** Length of a syllable whose opening was destroyed at `i` (`?shù)`), or 0. */
export function brokenPinyinAt(raw: readonly string[], i: number): number {
  if (raw[i] !== '?') return 0
  const end = lettersEnd(raw, i + 1)
  return end > i + 1 && isClosing(raw[end]) ? end + 1 - i : 0
}

function lettersEnd(raw: readonly string[], from: number): number {
  let end = from
  while (end < raw.length && end < from + 12 && (letter.test(raw[end] ?? '') || mark.test(raw[end] ?? ''))) end += 1
  return end
}

function isSyllable(letters: string): boolean {
  return syllable.test(
    letters
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace('ɡ', 'g'),
  )
}
