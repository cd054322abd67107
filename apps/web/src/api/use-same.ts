import { useRef } from 'react'

/**
 * The earlier object while the new one says the same: what depends on it is then not asked again. Signing in anew as
 * oneself must neither empty a form nor read a person twice.
 */
export function useSame<T>(value: T): T {
  const kept = useRef(value)
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value
  return kept.current
}
