export type * from './ast.ts'
export type * from './types.ts'
export type { Diagnostic } from './diagnostic.ts'
