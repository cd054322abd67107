import type { ClauseKind, Place } from '@junheng/entitlements'
import type { Text } from '@junheng/rules'

/** How far a place's plan is carried out by the product, clause by clause. */
export interface Coverage {
  readonly place: string
  readonly plan: string | null
  readonly clauses: readonly ClauseCoverage[]
  readonly totals: {
    readonly clauses: number
    /** Clauses with at least one marked part. */
    readonly marked: number
    readonly markedPercent: number
    readonly parts: number
    /** Parts a benefit or a procedure answers: a family can ask, or be served step by step. */
    readonly answered: number
    /** Parts that are only recorded as a target or duty: known, not yet measured or carried out by the product. */
    readonly recorded: number
    readonly promised: number
    readonly narrative: number
  }
  readonly kinds: readonly {
    readonly kind: ClauseKind
    readonly parts: number
    readonly answered: number
    readonly recorded: number
    readonly promised: number
  }[]
}

export interface ClauseCoverage {
  readonly path: string
  readonly heading: string
  readonly parts: readonly {
    readonly kind: ClauseKind
    readonly gist: Text
    readonly state: 'answered' | 'recorded' | 'promised' | 'narrative'
    readonly by: readonly string[]
  }[]
}

const kinds: readonly ClauseKind[] = ['rule', 'procedure', 'programme', 'register', 'indicator', 'duty', 'narrative']

/** The coverage of a place's plan; a place without a plan has no clauses and counts as wholly marked. */
export function coverage(place: Place): Coverage {
  const benefits = new Set([...place.benefits, ...place.procedures].map(({ id }) => id))
  const clauses = place.clauses.map(({ path, heading, parts }): ClauseCoverage => ({
    path,
    heading,
    parts: parts.map(({ kind, gist, by }) => {
      const carried = by.some((id) => benefits.has(id)) ? 'answered' : by.length > 0 ? 'recorded' : null
      const state = carried ?? (kind === 'narrative' ? 'narrative' : 'promised')
      return { kind, gist, state, by }
    }),
  }))
  const parts = clauses.flatMap((clause) => clause.parts)
  const count = (state: string): number => parts.filter((part) => part.state === state).length
  const marked = clauses.filter((clause) => clause.parts.length > 0).length
  return {
    place: place.id,
    plan: place.plan,
    clauses,
    totals: {
      clauses: clauses.length,
      marked,
      markedPercent: percent(marked, clauses.length),
      parts: parts.length,
      answered: count('answered'),
      recorded: count('recorded'),
      promised: count('promised'),
      narrative: count('narrative'),
    },
    kinds: kinds.map((kind) => {
      const own = parts.filter((part) => part.kind === kind)
      const of = (state: string): number => own.filter((part) => part.state === state).length
      return { kind, parts: own.length, answered: of('answered'), recorded: of('recorded'), promised: of('promised') }
    }),
  }
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part * 100) / whole)
}
