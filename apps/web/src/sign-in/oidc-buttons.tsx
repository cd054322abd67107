import { useSession } from './session.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

/** One way out to each identity provider that is set up; none where there is none. */
export function OidcButtons() {
  const { words } = useSignInWords()
  const { session } = useSession()
  if (session.providers.length === 0) return null
  return (
    <div className="stack">
      <p className="quiet fine">{words.or}</p>
      {session.providers.map((provider) => (
        <a key={provider} className="choice" href={`/api/sign-in/oidc/start?provider=${encodeURIComponent(provider)}`}>
          {provider === 'government' ? words.oidcDefault : words.oidc(provider)}
        </a>
      ))}
    </div>
  )
}
