import { usePageTitle } from '../design/use-page-title.ts'
import { DemoCards } from './demo-cards.tsx'
import { OidcButtons } from './oidc-buttons.tsx'
import { useSession } from './session.tsx'
import { StaffSignIn } from './staff-sign-in.tsx'
import { useSignInWords } from './use-sign-in-words.ts'
import './sign-in.css'

/** The door to the desk. */
export function SignInPage() {
  const { words } = useSignInWords()
  const { session } = useSession()
  usePageTitle(words.title)
  const settingUp = session.signedIn && session.secondFactor === 'to-set-up'
  return (
    <div className={session.demo ? 'sign-in with-cards' : 'sign-in'}>
      <section className="panel sign-in-box">
        {settingUp ? null : (
          <header>
            <h1>{words.title}</h1>
            <p className="quiet">{words.lead}</p>
          </header>
        )}
        <StaffSignIn />
        {session.signedIn ? null : <OidcButtons people="staff" />}
      </section>
      {session.demo && !session.signedIn ? <DemoCards /> : null}
    </div>
  )
}
