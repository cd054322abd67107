import { type RefObject, useEffect, useRef } from 'react'

/** The keyboard goes here once, when the part appears by something the person has just done. */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
