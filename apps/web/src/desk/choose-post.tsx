import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { choosePost } from '../sign-in/calls.ts'
import { useSession } from '../sign-in/session.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** Someone with several posts says which one they work in before anything else. */
export function ChoosePost() {
  const { words, say } = useDeskWords()
  const { session, reload } = useSession()
  const deed = useDeed(choosePost, reload)
  if (!session.signedIn) return null
  return (
    <section className="stack narrow">
      <h1>{words.chooseTitle}</h1>
      <p className="quiet">{words.chooseLead}</p>
      <Failure failed={deed.failed} />
      {session.posts.map(({ id, title, unit, area }) => (
        <button key={id} type="button" className="choice" disabled={deed.doing} onClick={() => deed.run(id)}>
          {say(title)} · {say(unit.name)}
          {area === null ? '' : ` · ${say(area.name)}`}
        </button>
      ))}
    </section>
  )
}
