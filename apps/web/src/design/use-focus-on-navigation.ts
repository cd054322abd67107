import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/** After a change of page, reading goes on at its top; the first page is left to the browser. */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const [path] = useLocation()
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path, main])
}
