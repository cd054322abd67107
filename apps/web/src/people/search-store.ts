import { useSyncExternalStore } from 'react'
import type { Found } from '../api/register-types.ts'
import { problemOf, type ProblemSaid } from '../api/refused.ts'
import { searchPeople } from './calls.ts'
import type { Why } from './purpose/work-purpose.ts'

/**
 * The last search of this tab. It lives in memory only: what was typed may be a name or a number, so it is neither in
 * the address nor kept on the device; and coming back from a person shows the same list without a second reading.
 */
interface LastSearch {
  readonly text: string
  readonly why: Why | null
  readonly searching: boolean
  readonly found: Found | null
  readonly failed: { readonly problem: ProblemSaid | null } | null
}

const empty: LastSearch = { text: '', why: null, searching: false, found: null, failed: null }
let last = empty
let asked = 0
const listeners = new Set<() => void>()

function set(next: LastSearch): void {
  last = next
  listeners.forEach((listener) => listener())
}

/** Searches; an older answer that comes late is dropped. */
export async function search(text: string, why: Why): Promise<void> {
  asked += 1
  const mine = asked
  set({ text, why, searching: true, found: null, failed: null })
  const done = await searchPeople(text, why).then(
    (found): LastSearch => ({ text, why, searching: false, found, failed: null }),
    (error: unknown): LastSearch => ({
      text,
      why,
      searching: false,
      found: null,
      failed: { problem: problemOf(error) },
    }),
  )
  if (mine === asked) set(done)
}

/** Keeps what is typed while one goes from page to page. */
export function typeSearch(text: string): void {
  set({ ...last, text })
}

export function useSearch(): LastSearch {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => last,
  )
}
