import { parseDay, type Day } from '@junheng/kernel'
import type { Terminal } from './command.ts'
import { usageError } from './usage-error.ts'

/** The day `--on` names, today in China without it; a usage error for a day that does not exist. */
export function readDay(text: string | undefined, { today }: Pick<Terminal, 'today'>): Day {
  if (text === undefined) return today()
  const day = parseDay(text)
  if (day !== undefined) return day
  throw usageError({
    zh: `--on 不是真实的日期：${text}，请写成 2026-03-02 这样`,
    en: `--on is not a real calendar day: ${text}; write it like 2026-03-02`,
  })
}
