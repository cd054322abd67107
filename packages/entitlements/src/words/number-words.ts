import { formatYuan } from '@junheng/kernel'

/** A count or rate for people: separators, at most four decimals, no noise of binary fractions. */
export function numberWords(value: number): string {
  const [whole = '', decimals] = String(Number(value.toFixed(4))).split('.')
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? separated : `${separated}.${decimals}`
}

/** Whole fen as yuan for people. */
export function yuanWords(fen: number): string {
  return formatYuan(Math.round(fen))
}
