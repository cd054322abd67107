/** How a heading is numbered. `paren` covers （一）, (1) and a bracket whose numeral was lost. */
export type NumberForm = 'chapter' | 'article' | 'cn' | 'paren' | 'arabic' | 'paren-deep'

export interface HeadingMark {
  readonly form: NumberForm
  /** The number as a count, or null where it was lost. */
  readonly value: number | null
  /** As it stands in the cleaned text, with its point. */
  readonly printed: string
  readonly arabicInParen: boolean
}

const digits = '零一二三四五六七八九'

/** 1 to 99 as 一 … 九十九. */
export function chineseNumeral(n: number): string {
  if (n < 10) return digits[n] ?? ''
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? digits[tens] : ''}十${n % 10 > 0 ? digits[n % 10] : ''}`
}

/** Value of 一 … 九十九, 一百…; null when it is no such numeral. */
export function parseChineseNumeral(text: string): number | null {
  if (!/^[一二三四五六七八九十百零〇○两]+$/.test(text)) return null
  let total = 0
  let current = 0
  for (const c of text) {
    if (c === '百') {
      total += (current || 1) * 100
      current = 0
    } else if (c === '十') {
      total += (current || 1) * 10
      current = 0
    } else current = c === '〇' || c === '○' ? 0 : c === '两' ? 2 : digits.indexOf(c)
  }
  return total + current
}

const patterns: readonly { form: NumberForm; pattern: RegExp }[] = [
  { form: 'chapter', pattern: /^第([一二三四五六七八九十百]+)[章节编]/ },
  { form: 'article', pattern: /^第([一二三四五六七八九十百]+)条/ },
  { form: 'cn', pattern: /^([一二三四五六七八九十]{1,3})[、。.，](?!\d)/ },
  { form: 'paren', pattern: /^[（(〔]([一二三四五六七八九十]{1,3})[）)〕][、.]?/ },
  { form: 'paren', pattern: /^（()）[、.]?/ },
  { form: 'paren', pattern: /^（(\d{1,2})）[、.]?/ },
  { form: 'arabic', pattern: /^(\d{1,2})[.、．](?!\d)/ },
]

/** The heading mark a line begins with, or null. */
export function headingMark(text: string): HeadingMark | null {
  for (const { form, pattern } of patterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const numeral = match[1] ?? ''
    const arabic = /^\d+$/.test(numeral)
    const value = numeral === '' ? null : arabic ? Number(numeral) : parseChineseNumeral(numeral)
    return { form, value, printed: match[0], arabicInParen: form === 'paren' && arabic }
  }
  return null
}

/** The regular form of a number in a path. */
export function regularNumber(form: NumberForm, value: number): string {
  switch (form) {
    case 'chapter':
      return `第${chineseNumeral(value)}章`
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
  }
}
