import { type RefObject, useEffect } from 'react'

/** After a refusal the keyboard is at the first field that has something wrong, and not lost with the pressed button. */
export function useFocusOnFailure(form: RefObject<HTMLFormElement | null>, failed: object | null): void {
  useEffect(() => {
    if (failed === null) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    ;(wrong ?? form.current?.querySelector<HTMLElement>('button[type="submit"]'))?.focus()
  }, [form, failed])
}
