import { parseDayNumber } from './day.ts'
import type { Words } from './domain-error.ts'

/** What is wrong with a number, and at which of its characters (0-based, end exclusive). */
export interface ResidentIdProblem {
  readonly code: 'wrong-length' | 'not-a-digit' | 'no-such-region' | 'no-such-day' | 'wrong-check-digit'
  readonly start: number
  readonly end: number
  /** Never repeats any part of the number. */
  readonly message: Words
}

export type ParsedResidentId =
  | { readonly ok: true; readonly id: ResidentId }
  | { readonly ok: false; readonly problem: ResidentIdProblem }

/** A citizen's number of GB 11643-1999. It shows itself masked wherever it is printed, logged or made into JSON. */
export class ResidentId {
  readonly #digits: string
  /** Region of the first registration; not where the person lives now. */
  readonly region: number
  /** Day number. */
  readonly birthDate: number
  readonly sex: 'male' | 'female'

  constructor(digits: string, birthDate: number) {
    this.#digits = digits
    this.region = Number(digits.slice(0, 6))
    this.birthDate = birthDate
    this.sex = Number(digits.charAt(16)) % 2 === 1 ? 'male' : 'female'
  }

  /** The whole number, for the one place that must send or store it. */
  reveal(): string {
    return this.#digits
  }

  /** The first and the last character only. */
  masked(): string {
    return `${this.#digits.charAt(0)}${'*'.repeat(16)}${this.#digits.charAt(17)}`
  }

  toString(): string {
    return this.masked()
  }

  toJSON(): string {
    return this.masked()
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.masked()
  }
}

/** Reads an 18-character number of GB 11643-1999; spaces around it and a small x are forgiven. */
export function parseResidentId(text: string): ParsedResidentId {
  const digits = text.trim().toUpperCase()
  if (digits.length !== 18) return wrong('wrong-length', 0, digits.length)
  for (let i = 0; i < 18; i++) {
    const isDigit = /\d/.test(digits.charAt(i))
    if (!isDigit && !(i === 17 && digits.charAt(i) === 'X')) return wrong('not-a-digit', i, i + 1)
  }
  if (!/^[1-9]\d(?!0000)/.test(digits)) return wrong('no-such-region', 0, 6)
  const birthDate = parseDayNumber(`${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`)
  if (birthDate === undefined || digits.slice(6, 10) < '1800') return wrong('no-such-day', 6, 14)
  if (checkCharacter(digits) !== digits.charAt(17)) return wrong('wrong-check-digit', 17, 18)
  return { ok: true, id: new ResidentId(digits, birthDate) }
}

/** The check character of the first 17 digits: ISO 7064 MOD 11-2, weights 2^(17-i) mod 11. */
export function checkCharacter(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum = (sum + Number(first17.charAt(i))) * 2
  return '10X98765432'.charAt(sum % 11)
}

const messages: Readonly<Record<ResidentIdProblem['code'], Words>> = {
  'wrong-length': { zh: '身份证号应有 18 位', en: 'A resident identity number has 18 characters' },
  'not-a-digit': {
    zh: '身份证号只能是数字，最后一位可以是 X',
    en: 'A resident identity number has digits only; the last character may be X',
  },
  'no-such-region': { zh: '身份证号前 6 位不是地区代码', en: 'The first six digits are not a region code' },
  'no-such-day': { zh: '身份证号第 7 到 14 位不是真实的日期', en: 'Digits 7 to 14 are not a real date of birth' },
  'wrong-check-digit': {
    zh: '身份证号最后一位校验不对，可能有一位输错了',
    en: 'The last character does not match the others; one of them may be mistyped',
  },
}

function wrong(code: ResidentIdProblem['code'], start: number, end: number): ParsedResidentId {
  return { ok: false, problem: { code, start, end, message: messages[code] } }
}
