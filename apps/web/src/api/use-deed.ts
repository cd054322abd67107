import { useCallback, useState } from 'react'
import { problemOf, type ProblemSaid } from './refused.ts'

export interface Deed<A extends readonly unknown[]> {
  readonly doing: boolean
  /** `problem` null: nobody answered. */
  readonly failed: { readonly problem: ProblemSaid | null } | null
  readonly run: (...args: A) => void
  readonly forget: () => void
}

/** Something that is done once a press, with what came of it. While it runs, another press does nothing. */
export function useDeed<A extends readonly unknown[], T>(
  work: (...args: A) => Promise<T>,
  then: (done: T) => void,
): Deed<A> {
  const [state, setState] = useState<Pick<Deed<A>, 'doing' | 'failed'>>({ doing: false, failed: null })
  const run = (...args: A): void => {
    if (state.doing) return
    setState({ doing: true, failed: null })
    const attempt = async (): Promise<void> => {
      const done = await work(...args)
      setState({ doing: false, failed: null })
      then(done)
    }
    attempt().catch((error: unknown) => setState({ doing: false, failed: { problem: problemOf(error) } }))
  }
  const forget = useCallback(() => setState({ doing: false, failed: null }), [])
  return { ...state, run, forget }
}
