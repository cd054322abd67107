import { Link } from 'wouter'
import { SignOutButton } from '../sign-in/sign-out-button.tsx'
import { useSession } from '../sign-in/session.tsx'
import { useSignInWords } from '../sign-in/use-sign-in-words.ts'

/** Staff who come to the residents' page are shown the way back to the desk. */
export function StaffAtMine() {
  const { words } = useSignInWords()
  const { session } = useSession()
  return (
    <div className="stack">
      <p>{words.wrongKind(session.signedIn ? session.user.name : '')}</p>
      <p className="row">
        <Link className="button" href="/desk">
          {words.toDesk}
        </Link>
        <SignOutButton />
      </p>
    </div>
  )
}
