import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf, type ProblemSaid } from './refused.ts'

export interface Answer<T> {
  /** Stays while it is asked again. */
  readonly value: T | undefined
  readonly asking: boolean
  /** `problem` null: nobody answered. */
  readonly failed: { readonly problem: ProblemSaid | null } | null
  readonly again: () => void
}

/**
 * What a question has come to. It is asked when `load` changes and on `again`, never on its own: a reading of a person
 * is written down, so that a page must not read twice. `load` null: not to be asked.
 */
export function useAnswer<T>(load: (() => Promise<T>) | null): Answer<T> {
  const [state, setState] = useState<Omit<Answer<T>, 'again'>>({ value: undefined, asking: true, failed: null })
  const [attempt, setAttempt] = useState(0)
  const asked = useRef<(() => Promise<T>) | null>(null)
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  useEffect(() => {
    let wanted = true
    const same = asked.current === load
    asked.current = load
    setState(({ value }) => ({ value: same ? value : undefined, asking: load !== null, failed: null }))
    load?.().then(
      (value) => wanted && setState({ value, asking: false, failed: null }),
      (error: unknown) =>
        wanted && setState(({ value }) => ({ value, asking: false, failed: { problem: problemOf(error) } })),
    )
    return () => {
      wanted = false
    }
  }, [load, attempt])
  return { ...state, again }
}
