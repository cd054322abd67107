import { civilOf } from '@junheng/kernel'
import type { Text } from '@junheng/rules'

const months = 'January February March April May June July August September October November December'.split(' ')

/** `2026年3月2日`, `2 March 2026`. */
export function dayWords(day: number): Text {
  const { year, month, day: date } = civilOf(day)
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${months[month - 1] ?? ''} ${year}` }
}
