import { signOut } from './calls.ts'
import { useSignInWords } from './use-sign-in-words.ts'

/** Ends the session and leaves nothing of it in the page. */
export function SignOutButton() {
  const { words } = useSignInWords()
  const leave = (): void => {
    // Loading the page afresh empties its memory, also where nobody answered.
    const away = () => window.location.reload()
    signOut().then(away, away)
  }
  return (
    <button type="button" className="quiet-button" onClick={leave}>
      {words.signOut}
    </button>
  )
}
