const digits = '零一二三四五六七八九'

/** 1 to 999 as 一 … 九百九十九. */
export function chineseNumeral(n: number): string {
  if (n < 10) return digits[n] ?? ''
  if (n >= 100) {
    const rest = n % 100
    const tail =
      rest === 0
        ? ''
        : rest < 10
          ? `零${digits[rest] ?? ''}`
          : rest < 20
            ? `一${chineseNumeral(rest)}`
            : chineseNumeral(rest)
    return `${digits[Math.floor(n / 100)] ?? ''}百${tail}`
  }
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? (digits[tens] ?? '') : ''}十${n % 10 > 0 ? (digits[n % 10] ?? '') : ''}`
}

const magnitudes: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }

/** Value of 一, 十二, 三千五百, 一万二千, 二〇二五; null when the text is no such numeral. */
export function parseChineseNumeral(text: string): number | null {
  if (!/^[一二三四五六七八九十百千万零〇○两]+$/.test(text)) return null
  if (/^[一二三四五六七八九零〇○]{2,}$/.test(text)) return Number(Array.from(text, digitOf).join(''))
  let total = 0
  let group = 0
  let current = 0
  for (const c of text) {
    const magnitude = magnitudes[c]
    if (magnitude === undefined) current = digitOf(c)
    else if (magnitude === 10_000) {
      total = (group + current || 1) * magnitude
      group = 0
      current = 0
    } else {
      group += (current || 1) * magnitude
      current = 0
    }
  }
  return total + group + current
}

function digitOf(c: string): number {
  if (c === '〇' || c === '○') return 0
  return c === '两' ? 2 : digits.indexOf(c)
}
