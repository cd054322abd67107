import { type ReactNode, useEffect, useRef } from 'react'
import { DemoCards } from './demo-cards.tsx'
import { useSession } from './session.tsx'
import { useSignInWords } from './use-sign-in-words.ts'
import './sign-in.css'

/** The session ended while a page was open: signing in comes over the page, whose typed text stays. */
export function ExpiredDialog({ children }: { readonly children: ReactNode }) {
  const { words } = useSignInWords()
  const { session, expired } = useSession()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (expired) dialog.current?.showModal()
    else dialog.current?.close()
  }, [expired])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="expired-title"
      onCancel={(event) => event.preventDefault()}
    >
      {expired ? (
        <div className="stack">
          <h2 id="expired-title">{words.expiredTitle}</h2>
          <p>{words.expired}</p>
          {children}
          {session.demo && session.signedIn && session.kind === 'staff' ? <DemoCards /> : null}
        </div>
      ) : null}
    </dialog>
  )
}
