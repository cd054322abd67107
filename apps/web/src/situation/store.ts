import { useSyncExternalStore } from 'react'
import { emptyHousehold, type Household } from './household.ts'

const storageKey = 'junheng.household.1'

let current: Household | null = null
/** False where the browser refuses to keep anything (private mode, storage full). */
let kept = true
const listeners = new Set<() => void>()

function read(): Household {
  try {
    const text = localStorage.getItem(storageKey)
    if (text === null) return emptyHousehold
    const parsed: unknown = JSON.parse(text)
    return isHousehold(parsed) ? parsed : emptyHousehold
  } catch {
    return emptyHousehold
  }
}

function isHousehold(value: unknown): value is Household {
  if (typeof value !== 'object' || value === null) return false
  return (
    'facts' in value &&
    typeof value.facts === 'object' &&
    'rows' in value &&
    typeof value.rows === 'object' &&
    'topics' in value &&
    Array.isArray(value.topics) &&
    'skipped' in value &&
    Array.isArray(value.skipped)
  )
}

function set(next: Household): void {
  current = next
  try {
    if (next === emptyHousehold) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, JSON.stringify(next))
    kept = true
  } catch {
    kept = false
  }
  for (const listener of listeners) listener()
}

function get(): Household {
  current ??= read()
  return current
}

function subscribe(listener: () => void): () => void {
  const fromOtherTab = (event: StorageEvent) => {
    if (event.key !== storageKey) return
    current = null
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', fromOtherTab)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', fromOtherTab)
  }
}

/** This device's household, and the one way to change it. Kept in localStorage, nowhere else. */
export function useHousehold() {
  const household = useSyncExternalStore(subscribe, get)
  return { household, setHousehold: set, clear: () => set(emptyHousehold), isKept: kept }
}
