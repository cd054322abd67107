import { chineseNumeral, parseChineseNumeral } from '../text/chinese-numeral.ts'

/**
 * How a heading is numbered: 第一部分, 第一章, 第一节, 第一条, 一、, （一）, 1., （1） within an item, ①. `paren` also covers
 * (1) where it stands for （一）, and a bracket whose numeral was lost.
 */
export type NumberForm =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'cn'
  | 'paren'
  | 'arabic'
  | 'paren-deep'
  | 'circled'

export interface HeadingMark {
  readonly form: NumberForm
  /** The number as a count, or null where it was lost. */
  readonly value: number | null
  /** As it stands in the cleaned text, with its point. */
  readonly printed: string
  readonly arabicInParen: boolean
}

const patterns: readonly { readonly form: NumberForm; readonly pattern: RegExp }[] = [
  { form: 'part', pattern: /^第([一二三四五六七八九十]{1,2})(?:部分|篇)/ },
  { form: 'chapter', pattern: /^第([一二三四五六七八九十百]{1,4}|\d{1,2})[章编]/ },
  { form: 'section', pattern: /^第([一二三四五六七八九十]{1,3}|\d{1,2})节/ },
  { form: 'article', pattern: /^第([一二三四五六七八九十百]{1,5}|\d{1,3})条(?![款规的和、，至第]|中(?![华央外]))/ },
  { form: 'cn', pattern: /^([一二三四五六七八九十]{1,3})[、。.，](?!\d(?!\d{3}年))/ },
  { form: 'paren', pattern: /^[（〔]([一二三四五六七八九十]{1,3})[）〕][、.]?/ },
  { form: 'paren', pattern: /^（()）[、.]?/ },
  // A bracket that lost its first half.
  { form: 'paren', pattern: /^([一二三四五六七八九十]{1,3})）[、.]?/ },
  { form: 'paren', pattern: /^（(\d{1,2})）[、.]?/ },
  { form: 'circled', pattern: /^(\d{1,2})）/ },
  { form: 'arabic', pattern: /^(\d{1,3})[.、](?![\d.]|$)|^(\d{1,2})[.、](?=(?:19|20)\d\d年)/ },
]

/** The heading mark a text begins with, or null. */
export function headingMark(text: string): HeadingMark | null {
  const c = text.charCodeAt(0)
  // A quick look spares most lines the patterns.
  if (!(c === 0x7b2c || c === 0xff08 || c === 0x3014 || (c >= 0x30 && c <= 0x39) || cnDigits.includes(text[0] ?? '×')))
    return null
  for (const { form, pattern } of patterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const numeral = match[1] ?? match[2] ?? ''
    const arabic = /^\d+$/.test(numeral)
    const value = numeral === '' ? null : arabic ? Number(numeral) : parseChineseNumeral(numeral)
    if (value === 0) return null
    return { form, value, printed: match[0], arabicInParen: form === 'paren' && arabic }
  }
  return null
}

const cnDigits = '一二三四五六七八九十'

/** The regular form of a number in a path. */
export function regularNumber(form: NumberForm, value: number): string {
  switch (form) {
    case 'part':
      return `第${chineseNumeral(value)}部分`
    case 'chapter':
      return `第${chineseNumeral(value)}章`
    case 'section':
      return `第${chineseNumeral(value)}节`
    case 'article':
      return `第${chineseNumeral(value)}条`
    case 'cn':
      return chineseNumeral(value)
    case 'paren':
      return `(${chineseNumeral(value)})`
    case 'arabic':
      return String(value)
    case 'paren-deep':
      return `(${value})`
    case 'circled':
      return `${value})`
  }
}
