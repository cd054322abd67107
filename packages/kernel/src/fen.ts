import { DomainError } from './domain-error.ts'

declare const fenBrand: unique symbol

/** Money as integer fen (1/100 yuan); exact to 90 trillion yuan either way. */
export type Fen = number & { readonly [fenBrand]: true }

const shape = /^(-?)(\d{1,16})(?:\.(\d{1,2})0*)?$/

/** Fen of an amount in yuan with at most two decimals (`500`, `"0.50"`, `-1.5`); undefined for anything else. */
export function parseYuan(yuan: string | number): Fen | undefined {
  // A number's shortest decimal text is what its author wrote, so 1.1 is 110 fen and not 110.00000000000001.
  const match = shape.exec(typeof yuan === 'number' ? String(yuan) : yuan.trim())
  if (match === null) return undefined
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return undefined
  return (match[1] === '-' && fen !== 0 ? -fen : fen) as Fen
}

/** Fen of an amount in yuan, or a DomainError `not-an-amount`. */
export function fenFromYuan(yuan: string | number): Fen {
  const fen = parseYuan(yuan)
  if (fen !== undefined) return fen
  throw new DomainError('not-an-amount', {
    text: {
      zh: `“${yuan}”不是金额，请写元，最多两位小数`,
      en: `"${yuan}" is not an amount in yuan with at most two decimals`,
    },
    info: { yuan },
  })
}

/** Yuan as a number, for showing and for JSON; not for arithmetic. */
export function yuanOf(fen: number): number {
  return fen / 100
}

/** Yuan for people: `500`, `1,234.50`; no decimals when there are none, else two. */
export function formatYuan(fen: number): string {
  const whole = Math.abs(Math.trunc(fen))
  const rest = whole % 100
  const yuan = String((whole - rest) / 100).replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = fen < 0 && whole > 0 ? '-' : ''
  return rest === 0 ? `${sign}${yuan}` : `${sign}${yuan}.${String(rest).padStart(2, '0')}`
}
