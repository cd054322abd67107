import { useLayoutEffect } from 'react'

/** The desk is teal, small and wide; the families' pages are as they were when one leaves. */
export function useDeskLook(): void {
  useLayoutEffect(() => {
    const { classList } = document.documentElement
    classList.add('desk')
    return () => classList.remove('desk')
  }, [])
}
