import type { FactInfo } from '@junheng/entitlements'
import type { Messages } from '../messages/zh.ts'
import { type Entry, plainDigits } from './day-entry.ts'

/** A box read as a number within the fact's bounds, or why it is none. Money may have two decimals. */
export function readNumberEntry(
  text: string,
  info: Pick<FactInfo, 'type' | 'unit' | 'min' | 'max'>,
  t: Messages,
): Entry<number> {
  const plain = plainDigits(text)
  if (plain === '') return { ok: false, message: t.errors.required }
  if (!/^\d+(?:\.\d+)?$/u.test(plain)) return { ok: false, message: t.errors.number }
  if (info.type.kind === 'money' && !/^\d+(?:\.\d{1,2})?$/u.test(plain)) return { ok: false, message: t.errors.cents }
  if (info.type.kind === 'number' && plain.includes('.') && info.unit === null)
    return { ok: false, message: t.errors.whole }
  const value = Number(plain)
  if (info.min !== null && value < info.min) return { ok: false, message: t.errors.tooSmall(grouped(info.min)) }
  if (info.max !== null && value > info.max) return { ok: false, message: t.errors.tooLarge(grouped(info.max)) }
  return { ok: true, value }
}

function grouped(value: number): string {
  return value.toLocaleString('en-US')
}
