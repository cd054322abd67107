import { parseDayNumber, parseResidentId, parseYuan } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import type { FieldInfo, TextForm } from '../procedure.ts'

/** What is wrong with a value typed into a field, or null. It never repeats the value: it may be an identity number. */
export function wrongValue(field: FieldInfo, value: unknown): Text | null {
  const { label, type } = field
  const wrong = (zh: string, en: string): Text => ({ zh: `“${label.zh}”${zh}`, en: `"${label.en}" ${en}` })
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : wrong('要答是或否（true / false）', 'must be true or false')
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : wrong('要填数字', 'must be a number')
    case 'money':
      return (typeof value === 'number' || typeof value === 'string') && parseYuan(value) !== undefined
        ? null
        : wrong('要填元，最多两位小数', 'must be yuan with at most two decimals')
    case 'date':
      return typeof value === 'string' && parseDayNumber(value) !== undefined
        ? null
        : wrong('要填真实的日期，如 2026-03-02', 'must be a real day such as 2026-03-02')
    case 'region':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999_999
        ? null
        : wrong('要填六位行政区划代码', 'must be a six-digit region code')
    case 'code':
      return field.codes.some(({ code }) => code === value)
        ? null
        : wrong(
            `只能是 ${field.codes.map(({ code, label: words }) => `${code}（${words.zh}）`).join('、')}`,
            `must be one of ${field.codes.map(({ code }) => code).join(', ')}`,
          )
    case 'text': {
      if (typeof value !== 'string' || value.trim() === '') return wrong('不能空着', 'must not be empty')
      if (value.length > longest) return wrong(`太长，最多 ${longest} 个字`, `is longer than ${longest} characters`)
      return isReference(value) || forms[type.form](value.trim()) ? null : wrong(...formWords[type.form])
    }
  }
}

/** Characters of a text field. */
const longest = 200

/** A value may stand in the register instead: the case then keeps only this reference, not the number itself. */
function isReference(value: string): boolean {
  return /^ref:[A-Za-z0-9-]{1,64}$/.test(value)
}

const forms: Readonly<Record<TextForm, (text: string) => boolean>> = {
  free: () => true,
  address: () => true,
  'person-name': (text) =>
    /^[\p{Script=Han}\p{Script=Latin}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Arabic}\p{M}·.' ᠊-]{1,50}$/u.test(
      text,
    ),
  'resident-id': (text) => parseResidentId(text).ok,
  phone: (text) => /^(\+?86[- ]?)?1\d{10}$|^0\d{2,3}-?\d{7,8}$|^\+\d{6,15}$/.test(text),
  account: (text) => /^\d{8,30}$/.test(text.replaceAll(' ', '')),
  number: (text) => /^[A-Za-z0-9-]{1,40}$/.test(text),
}

const formWords: Readonly<Record<TextForm, readonly [zh: string, en: string]>> = {
  free: ['写法不对', 'is malformed'],
  address: ['写法不对', 'is malformed'],
  'person-name': ['只能写姓名（汉字、拉丁或民族文字，可带·）', 'must be a name'],
  'resident-id': ['不是有效的身份证号（18 位，请核对）', 'is not a valid 18-character identity number'],
  phone: ['不是有效的电话号码', 'is not a telephone number'],
  account: ['不是有效的银行账号（8 到 30 位数字）', 'is not a bank account of 8 to 30 digits'],
  number: ['只能写字母、数字和短横', 'may hold letters, digits and hyphens only'],
}
