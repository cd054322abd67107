/**
 * How far an office is that opens: `database` and `opening` are short; the people of a demonstration are checked and
 * registered, then come posts and traces of work. Counts are of what was really done; `of` null: how many come is not known.
 */
export interface Preparing {
  readonly phase: 'database' | 'checking' | 'registering' | 'posts' | 'traces' | 'opening'
  readonly done: number
  readonly of: number | null
}

export type Report = (preparing: Preparing) => void

export const beginning: Preparing = { phase: 'database', done: 0, of: null }
