import { useLocation } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { fetchCards, fetchSession, signInByCard } from './calls.ts'
import { useSession } from './session.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

/** In the demonstration: one card a role, one press to be in. `residents`: only those of their own page. */
export function DemoCards({ residents = false }: { readonly residents?: boolean }) {
  const { words, say } = useSignInWords()
  const { reload } = useSession()
  const [, navigate] = useLocation()
  const { value } = useAnswer(fetchCards)
  const deed = useDeed(
    async (card: string) => {
      await signInByCard(card)
      return fetchSession()
    },
    (session) => {
      if (session.signedIn && session.kind === 'resident') navigate('/me')
      else if (!window.location.pathname.startsWith('/desk')) navigate('/desk')
      reload()
    },
  )
  if (value === undefined) return null
  return (
    <section className="stack" aria-labelledby="demo-cards">
      <div>
        <h2 id="demo-cards">{words.cards}</h2>
        <p className="fine quiet">{words.cardsLead}</p>
      </div>
      <Failure failed={deed.failed} />
      <ul className="demo-cards">
        {value.cards
          .filter(({ id }) => !residents || id.startsWith('resident'))
          .map(({ id, name, post, what }) => (
            <li key={id}>
              <button type="button" className="choice demo-card" disabled={deed.doing} onClick={() => deed.run(id)}>
                <strong>{say(post)}</strong>
                <span lang="zh-CN">{name}</span>
                <span className="fine quiet">{say(what)}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}
