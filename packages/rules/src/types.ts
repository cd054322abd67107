/**
 * The types of the rules language and of the facts it reads.
 *
 * | type | value at run time | in a column | in SQL |
 * |---|---|---|---|
 * | boolean | boolean | Uint8Array 0/1 | boolean |
 * | number | number | Float64Array | double precision |
 * | money | integer fen | Float64Array | bigint |
 * | date | day number (days since 1970-01-01) | Int32Array | date |
 * | code | the code's string | Int32Array of its place in the list | text |
 * | region | six-digit number of GB/T 2260 | Int32Array | integer |
 *
 * Every fact may be missing (null); a missing fact is never zero or false.
 */
export type Type =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number' }
  | { readonly kind: 'money' }
  | { readonly kind: 'date' }
  | { readonly kind: 'code'; readonly list: string }
  | { readonly kind: 'region' }
  /** The type of the literal `null` only. */
  | { readonly kind: 'null' }

export type Value = boolean | number | string | null

/** Words a person reads, Chinese first. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export interface FactDeclaration {
  /** Full name, e.g. `child.birthDate`. A row fact begins with its table's row name. */
  readonly name: string
  /** Other names an expression may use, e.g. `孩次`. */
  readonly aliases: readonly string[]
  readonly type: Exclude<Type, { kind: 'null' }>
  readonly label: Text
  /** The table whose rows carry it, or null for a fact of the household as a whole. */
  readonly table: string | null
}

export interface TableDeclaration {
  /** e.g. `children`. */
  readonly name: string
  /** e.g. `child`. */
  readonly row: string
  readonly aliases: readonly string[]
  readonly label: Text
}

export interface CodeListDeclaration {
  readonly name: string
  readonly codes: readonly { readonly code: string; readonly label: Text }[]
}

export interface ParameterDeclaration {
  readonly name: string
  readonly aliases: readonly string[]
  readonly type: Exclude<Type, { kind: 'null' }>
  readonly label: Text
}

/** Everything an expression may name. Names are unique over facts, tables, parameters and their aliases. */
export interface Dictionary {
  readonly facts: ReadonlyMap<string, FactDeclaration>
  readonly tables: ReadonlyMap<string, TableDeclaration>
  readonly codeLists: ReadonlyMap<string, CodeListDeclaration>
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>
}

/** Where an expression stands decides what it may read: `row` names the table whose row is current. */
export interface Scope {
  readonly row: string | null
}
