import type { Text } from '@junheng/rules'
import { lastYear } from './forecast-types.ts'

/** What the reader typed, as typed. */
export interface WhatIfEntry {
  readonly tfrNow: string
  readonly tfrEnd: string
  readonly migration: string
  readonly migrationVaries: boolean
  readonly seed: string
  readonly placesPerThousand: string
}

export type NumberEntry = Exclude<keyof WhatIfEntry, 'migrationVaries'>

/** The numbers of an entry; null where it cannot be read. */
export type WhatIfNumbers = Readonly<Record<NumberEntry, number>>

export interface ReadWhatIf {
  /** Null when anything is wrong: then nothing is computed. */
  readonly numbers: WhatIfNumbers | null
  readonly problems: Readonly<Partial<Record<NumberEntry, Text>>>
}

/** Bounds of each entry, in its own unit. */
const entryRanges: Readonly<Record<NumberEntry, readonly [number, number]>> = {
  tfrNow: [0.3, 8],
  tfrEnd: [0.3, 8],
  migration: [-5, 5],
  seed: [0, 2 ** 31 - 1],
  placesPerThousand: [0, 100],
}

/** Reads the what-if; every problem is named at once. */
export function readWhatIf(entry: WhatIfEntry): ReadWhatIf {
  const problems: Partial<Record<NumberEntry, Text>> = {}
  const read = (field: NumberEntry): number => {
    const problem = problemOf(field, entry[field])
    if (problem !== null) problems[field] = problem
    return numberOf(entry[field])
  }
  const numbers: WhatIfNumbers = {
    tfrNow: read('tfrNow'),
    tfrEnd: read('tfrEnd'),
    migration: read('migration'),
    seed: read('seed'),
    placesPerThousand: read('placesPerThousand'),
  }
  return { numbers: Object.keys(problems).length === 0 ? numbers : null, problems }
}

/** Full-width figures and the Chinese full stop are what Chinese keyboards give; NaN where it is no number. */
function numberOf(text: string): number {
  const plain = text.normalize('NFKC').replaceAll('。', '.').replaceAll('−', '-').trim()
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(plain) ? Number(plain) : Number.NaN
}

function problemOf(field: NumberEntry, text: string): Text | null {
  const shown = text.trim()
  if (shown === '') return { zh: '还没有填。', en: 'Nothing is filled in.' }
  const value = numberOf(shown)
  if (Number.isNaN(value)) return { zh: `“${shown}”不是数字。`, en: `“${shown}” is not a number.` }
  if (field === 'seed' && !Number.isInteger(value))
    return { zh: `种子要用整数，“${shown}”不是。`, en: `The seed is a whole number; “${shown}” is not.` }
  const [least, most] = entryRanges[field]
  if (value >= least && value <= most) return null
  const range = { zh: `请填 ${least} 到 ${most} 之间的数`, en: `Enter a number from ${least} to ${most}` }
  if (field !== 'tfrNow' && field !== 'tfrEnd')
    return { zh: `${shown} 不在范围内：${range.zh}。`, en: `${shown} is out of range. ${range.en}.` }
  if (value < 0)
    return {
      zh: `总和生育率不能是负数（${shown}）：${range.zh}。`,
      en: `A total fertility rate cannot be negative (${shown}). ${range.en}.`,
    }
  if (value > most)
    return {
      zh: `总和生育率 ${shown} 不可能：它是一个妇女一生平均生几个孩子。${range.zh}；是不是漏了小数点？`,
      en: `A total fertility rate of ${shown} cannot be: it is the children a woman has in her life. ${range.en}; is a decimal point missing?`,
    }
  return {
    zh: `总和生育率 ${shown} 太低，算不了：${range.zh}。`,
    en: `A total fertility rate of ${shown} is too low to compute. ${range.en}.`,
  }
}

/** The year a what-if begins with: this year, kept within the forecast. */
export function firstWhatIfYear(today: string): number {
  return Math.min(lastYear - 10, Math.max(2022, Number(today.slice(0, 4))))
}
