import type { Dictionary, FactDeclaration, Scope, Type } from '../types.ts'
import type { Random } from './random.ts'

const NUMBERS = ['0', '1', '2', '3', '7', '10', '60', '0.5', '0.8', '1.5', '2.25', '0.1', '100']
const FACTORS = ['2', '3', '0.8', '1.5', '0.1', '-1', '0.35', '-0.5', '7']
const DIVISORS = ['2', '3', '4', '10', '0.8', '-5', '7']
const DAYS = ['2023-07-20', '2024-02-29', '2024-03-01', '2025-12-31', '1964-02-29', '2021-02-28']
const REGIONS = ['421202', '421200', '420000', '000000', '110000', '110105', '340403']
const ROUNDINGS = ['round half up', 'round half down', 'round half even', 'round up', 'round down']
const COMPARISONS = ['=', '!=', '<', '<=', '>', '>=']

type Kind = Type['kind']

/** Writes well-typed expressions at random, from the facts, tables and parameters of a dictionary. */
export class RandomExpressions {
  readonly #random: Random
  readonly #dictionary: Dictionary

  constructor(random: Random, dictionary: Dictionary) {
    this.#random = random
    this.#dictionary = dictionary
  }

  /** An expression of a random type; `depth` bounds how deep it nests. */
  any(scope: Scope, depth: number): string {
    const kind = this.#random.pick<Kind>(['boolean', 'boolean', 'boolean', 'number', 'money', 'date', 'code', 'region'])
    return this.#of(kind, scope.row, depth)
  }

  #of(kind: Kind, row: string | null, depth: number): string {
    if (depth > 0 && this.#random.chance(0.12)) return this.#if(kind, row, depth)
    switch (kind) {
      case 'boolean':
        return this.#boolean(row, depth)
      case 'number':
        return this.#number(row, depth)
      case 'money':
        return this.#money(row, depth)
      case 'date':
        return this.#date(row, depth)
      case 'code':
      case 'region':
      case 'null':
        return this.#fact(kind, row) ?? this.#literal(kind)
    }
  }

  #if(kind: Kind, row: string | null, depth: number): string {
    // A `null` takes its type from the other branch, so that one must have a type of its own.
    const fact = this.#random.chance(0.15) ? this.#fact(kind, row) : null
    const then = fact ?? this.#of(kind, row, depth - 1)
    const otherwise = fact === null ? this.#of(kind, row, depth - 1) : 'null'
    return `(if ${this.#of('boolean', row, depth - 1)} then ${then} else ${otherwise})`
  }

  #boolean(row: string | null, depth: number): string {
    const random = this.#random
    if (depth <= 0) return this.#leaf('boolean', row)
    const part = (kind: Kind) => this.#of(kind, row, depth - 1)
    switch (random.whole(0, 12)) {
      case 0:
      case 1:
        return `(${part('boolean')} and ${part('boolean')})`
      case 2:
      case 3:
        return `(${part('boolean')} or ${part('boolean')})`
      case 4:
        return `not(${part('boolean')})`
      case 5: {
        const kind = random.pick<Kind>(['number', 'money', 'date'])
        return `${part(kind)} ${random.pick(COMPARISONS)} ${part(kind)}`.replace(/^/, '(') + ')'
      }
      case 6: {
        const kind = random.pick<Kind>(['code', 'region', 'boolean'])
        const left = this.#fact(kind, row)
        return left === null ? this.#leaf('boolean', row) : `(${left} ${random.pick(['=', '!='])} ${part(kind)})`
      }
      case 7: {
        const kind = random.pick<Kind>(['number', 'date'])
        return `(${part(kind)} between ${part(kind)} and ${part(kind)})`
      }
      case 8: {
        const kind = random.pick<Kind>(['number', 'code', 'region'])
        const left = this.#fact(kind, row)
        return left === null ? this.#leaf('boolean', row) : `(${left} in (${part(kind)}, ${part(kind)}))`
      }
      case 9: {
        const [open, close] = [random.pick(['[', '(']), random.pick([']', ')'])]
        return `(${part('number')} in (${open}${random.pick(NUMBERS)}..${random.pick(NUMBERS)}${close}))`
      }
      case 10:
        return this.#quantified(row, depth) ?? this.#leaf('boolean', row)
      case 11: {
        const unit = random.pick(['Years', 'Months'])
        const bound = unit === 'Years' ? random.whole(-2, 70) : random.whole(-10, 900)
        return `(ageIn${unit}(${part('date')}, ${random.pick(['on', part('date')])}) ${random.pick(COMPARISONS)} ${bound})`
      }
      default:
        return `within(${part('region')}, ${random.pick(['here', part('region')])})`
    }
  }

  #number(row: string | null, depth: number): string {
    const random = this.#random
    if (depth <= 0) return this.#leaf('number', row)
    const part = (kind: Kind) => this.#of(kind, row, depth - 1)
    switch (random.whole(0, 10)) {
      case 0:
      case 1:
        return `(${part('number')} ${random.pick(['+', '-'])} ${part('number')})`
      case 2:
        return `(${part('number')} * ${random.pick([random.pick(FACTORS), 'share', this.#leaf('number', row)])})`
      case 3:
        return `(${part('number')} / ${random.pick([...DIVISORS, 'share'])})`
      case 4:
        return `${random.pick(['min', 'max'])}(${part('number')}, ${part('number')})`
      case 5:
        return `${random.pick(['floor', 'ceiling', 'abs'])}(${part('number')})`
      case 6:
        return `${random.pick(ROUNDINGS)}(${part('number')}, ${random.whole(-2, 3)})`
      case 7:
        return `${random.pick(['ageInYears', 'ageInMonths', 'daysBetween', 'monthsBetween'])}(${part('date')}, ${random.pick(['on', part('date')])})`
      case 8:
        return `${random.pick(['yearOf', 'monthOf'])}(${part('date')})`
      case 9:
        return this.#aggregate('number', row, depth) ?? this.#leaf('number', row)
      default:
        return `(-${part('number')})`
    }
  }

  #money(row: string | null, depth: number): string {
    const random = this.#random
    if (depth <= 0) return this.#leaf('money', row)
    const part = (kind: Kind) => this.#of(kind, row, depth - 1)
    switch (random.whole(0, 6)) {
      case 0:
        return `(${part('money')} ${random.pick(['+', '-'])} ${part('money')})`
      case 1:
        return `(${part('money')} * ${random.pick([...FACTORS, 'share'])})`
      case 2:
        return `(${this.#leaf('number', row)} * ${part('money')})`
      case 3:
        return `(${part('money')} / ${random.pick(DIVISORS)})`
      case 4:
        return `${random.pick(['min', 'max'])}(${part('money')}, ${part('money')})`
      case 5:
        return this.#aggregate('money', row, depth) ?? this.#leaf('money', row)
      default:
        return `abs(${part('money')})`
    }
  }

  #date(row: string | null, depth: number): string {
    const random = this.#random
    if (depth <= 0 || random.chance(0.5)) return this.#leaf('date', row)
    const base = this.#leaf('date', row)
    switch (random.whole(0, 3)) {
      case 0:
        return `addYears(${base}, ${random.chance(0.3) ? (this.#fact('number', row) ?? 2) : random.whole(-3, 20)})`
      case 1:
        return `addMonths(${base}, ${random.whole(-30, 30)})`
      case 2:
        return `addDays(${base}, ${random.whole(-400, 400)})`
      default:
        return `${random.pick(['min', 'max'])}(${base}, ${this.#leaf('date', row)})`
    }
  }

  #quantified(row: string | null, depth: number): string | null {
    const table = this.#otherTable(row)
    if (table === null) return null
    const where = this.#of('boolean', table.name, depth - 1)
    return `(${this.#random.pick(['some', 'every'])} ${table.row} in ${table.name} satisfies ${where})`
  }

  #aggregate(kind: 'number' | 'money', row: string | null, depth: number): string | null {
    const table = this.#otherTable(row)
    if (table === null) return null
    const filter = this.#random.chance(0.6) ? `[${this.#of('boolean', table.name, depth - 1)}]` : ''
    const facts = this.#facts(kind, table.name).filter((fact) => fact.table === table.name)
    if (kind === 'number' && (facts.length === 0 || this.#random.chance(0.5))) return `count(${table.name}${filter})`
    if (facts.length === 0) return null
    return `sum(${table.name}${filter}.${this.#random.pick(facts).name.slice(table.row.length + 1)})`
  }

  /** Rows inside rows are refused for the same table; one level is enough here. */
  #otherTable(row: string | null) {
    const tables = [...this.#dictionary.tables.values()]
    return row === null && tables.length > 0 ? this.#random.pick(tables) : null
  }

  #leaf(kind: Kind, row: string | null): string {
    const share = kind === 'boolean' ? 0.05 : 0.3
    return (this.#random.chance(share) ? null : this.#fact(kind, row)) ?? this.#literal(kind)
  }

  #fact(kind: Kind, row: string | null): string | null {
    const facts = this.#facts(kind, row)
    return facts.length === 0 ? null : this.#random.pick(facts).name
  }

  #facts(kind: Kind, row: string | null): readonly FactDeclaration[] {
    const readable = [...this.#dictionary.facts.values()].filter(
      (fact) => fact.type.kind === kind && (fact.table === null || fact.table === row),
    )
    const ofRow = readable.filter((fact) => fact.table !== null)
    return ofRow.length > 0 && this.#random.chance(0.7) ? ofRow : readable
  }

  #literal(kind: Kind): string {
    const random = this.#random
    switch (kind) {
      case 'boolean':
        return random.pick(['true', 'false'])
      case 'number':
        return random.chance(0.2) ? random.pick(['share', 'oldAge']) : random.pick(NUMBERS)
      case 'money':
        return 'nurseryAid'
      case 'date':
        return random.chance(0.3) ? random.pick(['on', 'planFrom']) : `date("${random.pick(DAYS)}")`
      case 'region':
        return random.pick(['here', ...REGIONS])
      case 'code':
        return JSON.stringify(random.pick([...this.#dictionary.codeLists.values()][0]?.codes ?? []).code)
      case 'null':
        return 'null'
    }
  }
}
