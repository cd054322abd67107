import { Link } from 'wouter'
import { SignOutButton } from './sign-out-button.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

/** A resident who comes to the desk is shown the way to their own page. */
export function ResidentAtDesk() {
  const { words } = useSignInWords()
  return (
    <div className="stack">
      <p>{words.residentHere}</p>
      <p className="row">
        <Link className="button" href="/me">
          {words.toMine}
        </Link>
        <SignOutButton />
      </p>
    </div>
  )
}
