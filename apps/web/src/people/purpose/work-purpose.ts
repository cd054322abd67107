import { useMemo, useSyncExternalStore } from 'react'
import type { Post, Purpose } from '../../api/register-types.ts'
import { offeredForReading } from './offered.ts'

/** Why people are looked up: sent with every search, reading and action. */
export interface Why {
  readonly purpose: Purpose
  readonly caseId?: string
}

interface Chosen {
  readonly post: string
  readonly why: Why
}

const key = 'junheng.purpose'
const listeners = new Set<() => void>()
let chosen: Chosen | null = recall()

/** The purpose of this tab, chosen once a post; it names no person, so that the tab may keep it over a reload. */
function recall(): Chosen | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isChosen(kept) ? kept : null
  } catch {
    return null
  }
}

function isChosen(kept: unknown): kept is Chosen {
  if (typeof kept !== 'object' || kept === null || !('post' in kept) || !('why' in kept)) return false
  const { why } = kept
  return typeof why === 'object' && why !== null && 'purpose' in why && typeof why.purpose === 'string'
}

export function choosePurpose(next: Chosen | null): void {
  chosen = next
  try {
    sessionStorage.setItem(key, JSON.stringify(next))
  } catch {
    // A tab that keeps nothing asks again after a reload.
  }
  listeners.forEach((listener) => listener())
}

/** What was chosen for this post; where there is only one purpose, that one; else null. */
export function useWhy(post: Post | null): Why | null {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => chosen,
  )
  const only = useMemo<Why | null>(() => {
    const offered = post === null ? [] : offeredForReading(post)
    const [first] = offered
    return offered.length === 1 && first !== undefined ? { purpose: first.purpose } : null
  }, [post])
  return post !== null && now?.post === post.id ? now.why : only
}
