import type { Session } from '../api/register-types.ts'
import { useSession } from './session.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

/** One way out to each identity provider for these people, and why the last one did not let them in; none where there is none. */
export function OidcButtons({ people }: { readonly people: Session['providers'][number]['people'] }) {
  const { words } = useSignInWords()
  const { session } = useSession()
  const providers = session.providers.filter((provider) => provider.people === people)
  const why = new URLSearchParams(window.location.search).get('sign-in')
  if (providers.length === 0) return null
  return (
    <div className="stack">
      {why === null ? null : (
        <p className="notice warn" role="alert">
          {words.oidcRefused[why as keyof typeof words.oidcRefused] ?? words.oidcRefused.failed}
        </p>
      )}
      <p className="quiet fine">{words.or}</p>
      {providers.map(({ id, name }) => (
        <a key={id} className="choice" href={`/api/sign-in/oidc/start?provider=${encodeURIComponent(id)}`}>
          {name === null ? (
            words.oidcDefault[people]
          ) : (
            <span>
              {words.oidc.before}
              <span lang="zh-CN">{name}</span>
              {words.oidc.after}
            </span>
          )}
        </a>
      ))}
    </div>
  )
}
