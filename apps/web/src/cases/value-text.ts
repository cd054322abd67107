import type { Text } from '@junheng/rules'
import { dayText } from '../format/day.ts'
import type { Language } from '../messages/language.tsx'
import type { CaseField, Written } from './case-types.ts'

/** Says a value of a case: codes by their names, days in words, and nothing of a number that the register keeps. */
export function valueText(
  { type, codes }: { readonly type: CaseField['type']; readonly codes?: CaseField['codes'] },
  value: Written,
  { say, language, words }: ValueWords,
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return type.kind === 'money' ? words.yuan(String(value)) : String(value)
  if (value.startsWith('ref:')) return words.onFile
  const code = codes?.find((one) => one.code === value)
  if (code !== undefined) return say(code.label)
  if (type.kind === 'date') return dayText(value, language)
  return type.kind === 'money' ? words.yuan(value) : value
}

export interface ValueWords {
  readonly say: (text: Text) => string
  readonly language: Language
  readonly words: {
    readonly yes: string
    readonly no: string
    readonly onFile: string
    readonly yuan: (amount: string) => string
  }
}
