import type { Text, Type } from './types.ts'

const names: Readonly<Record<Type['kind'], Text>> = {
  boolean: { zh: '是非', en: 'a yes-or-no value' },
  number: { zh: '数字', en: 'a number' },
  money: { zh: '金额', en: 'an amount of money' },
  date: { zh: '日期', en: 'a date' },
  code: { zh: '选项代码', en: 'a code' },
  region: { zh: '地区', en: 'a region' },
  null: { zh: '空值', en: 'null' },
}

/** What a type is called in messages. */
export function typeName(type: Type): Text {
  if (type.kind !== 'code') return names[type.kind]
  return { zh: `选项代码（${type.list}）`, en: `a code of ${type.list}` }
}

/** Equal types; codes are equal only within one list. */
export function sameType(a: Type, b: Type): boolean {
  if (a.kind === 'code' && b.kind === 'code') return a.list === b.list
  return a.kind === b.kind
}
