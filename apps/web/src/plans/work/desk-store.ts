import { useSyncExternalStore } from 'react'
import { begin, redo, step, undo, type History } from './history.ts'
import type { Work } from './work.ts'

/** The plan that lies on the desk. It lives in this tab only: nothing of it is stored or sent. */
let onDesk: History<Work> | null = null
const listeners = new Set<() => void>()

function put(next: History<Work> | null): void {
  onDesk = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Lays a plan on the desk; the one before is gone. */
export function openWork(work: Work): void {
  put(begin(work))
}

/** The plan on the desk and what can be done with it; null where none is open. */
export function useDesk() {
  const history = useSyncExternalStore(subscribe, () => onDesk)
  if (history === null) return null
  return {
    work: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (edit: (work: Work) => Work) => {
      if (onDesk !== null) put(step(onDesk, edit(onDesk.present)))
    },
    undo: () => {
      if (onDesk !== null) put(undo(onDesk))
    },
    redo: () => {
      if (onDesk !== null) put(redo(onDesk))
    },
  }
}

export type Desk = NonNullable<ReturnType<typeof useDesk>>
