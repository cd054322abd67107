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
    /** Parts some benefit, target or duty carries out. */
    readonly live: number
    readonly promised: number
    readonly narrative: number
    /** Live parts among those that promise something, in percent rounded down. */
    readonly livePercent: number
  }
  readonly kinds: readonly {
    readonly kind: ClauseKind
    readonly parts: number
    readonly live: number
    readonly promised: number
  }[]
}

export interface ClauseCoverage {
  readonly path: string
  readonly heading: string
  readonly parts: readonly {
    readonly kind: ClauseKind
    readonly gist: Text
    readonly state: 'live' | 'promised' | 'narrative'
    readonly by: readonly string[]
  }[]
}

const kinds: readonly ClauseKind[] = ['rule', 'procedure', 'programme', 'register', 'indicator', 'duty', 'narrative']

/** The coverage of a place's plan; a place without a plan has no clauses and counts as wholly marked. */
export function coverage(place: Place): Coverage {
  const clauses = place.clauses.map(({ path, heading, parts }): ClauseCoverage => ({
    path,
    heading,
    parts: parts.map(({ kind, gist, by }) => {
      const state = by.length > 0 ? 'live' : kind === 'narrative' ? 'narrative' : 'promised'
      return { kind, gist, state, by }
    }),
  }))
  const parts = clauses.flatMap((clause) => clause.parts)
  const count = (state: string): number => parts.filter((part) => part.state === state).length
  const marked = clauses.filter((clause) => clause.parts.length > 0).length
  const [live, promised] = [count('live'), count('promised')]
  return {
    place: place.id,
    plan: place.plan,
    clauses,
    totals: {
      clauses: clauses.length,
      marked,
      markedPercent: percent(marked, clauses.length),
      parts: parts.length,
      live,
      promised,
      narrative: count('narrative'),
      livePercent: percent(live, live + promised),
    },
    kinds: kinds.map((kind) => {
      const own = parts.filter((part) => part.kind === kind)
      const of = (state: string): number => own.filter((part) => part.state === state).length
      return { kind, parts: own.length, live: of('live'), promised: of('promised') }
    }),
  }
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part * 100) / whole)
}
