import { checkCharacter } from '@junheng/kernel'

/** Two digits that name no province: no real person has such a number, and no synthetic one of this county. */
const place = '990202'

/** The number that the police give a newborn of a history: `serial` 0 to 499 tells those of one day and sex apart. */
export function childNumber(born: string, sex: 'male' | 'female', serial: number): string {
  const order = String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')
  const digits = `${place}${born.replaceAll('-', '')}${order}`
  return digits + checkCharacter(digits)
}
