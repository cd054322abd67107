import type { Text } from '../types.ts'

/** Both languages at once: `say` builds each from the parts' own words. */
export function say(
  parts: readonly Text[],
  zh: (...words: string[]) => string,
  en: (...words: string[]) => string,
): Text {
  return { zh: zh(...parts.map((part) => part.zh)), en: en(...parts.map((part) => part.en)) }
}

/** Puts a space where Chinese meets letters or digits, and none between Chinese and Chinese. */
export function spaced(zh: string): string {
  return zh
    .replace(/(\p{Script=Han})([0-9A-Za-z.%×−-])/gu, '$1 $2')
    .replace(/([0-9A-Za-z.%])(\p{Script=Han})/gu, '$1 $2')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?([（），、；“”]) ?/gu, '$1')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** A 或 B 或 C / A or B or C */
export function listed(items: readonly Text[], word: 'or' | 'and'): Text {
  const zhWord = word === 'or' ? '或' : '和'
  const join = (texts: readonly string[], comma: string, last: string): string =>
    texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(comma)}${last}${texts.at(-1) ?? ''}`
  return {
    zh: join(
      items.map(({ zh }) => zh),
      '、',
      zhWord,
    ),
    en: join(
      items.map(({ en }) => en),
      ', ',
      ` ${word} `,
    ),
  }
}

export function bracketed(text: Text): Text {
  return { zh: `（${text.zh}）`, en: `(${text.en})` }
}
