import type { Type } from '@junheng/rules'

export type DeclaredType = Exclude<Type, { kind: 'null' }>

/** The type a dictionary writes as `number`, `money`, `code(delivery)`; the schema has let nothing else through. */
export function readType(text: string): DeclaredType {
  const code = /^code\((.+)\)$/.exec(text)
  if (code?.[1] !== undefined) return { kind: 'code', list: code[1] }
  switch (text) {
    case 'boolean':
    case 'money':
    case 'date':
    case 'region':
      return { kind: text }
    default:
      return { kind: 'number' }
  }
}
