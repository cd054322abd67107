import { useStaff } from '../../sign-in/session.tsx'
import { usePeopleWords } from '../words/use-people-words.ts'
import { useWhy } from './work-purpose.ts'

/** Births were asked for where they must decide nothing: what the clause means, that it was kept, what to do instead. */
export function ForbiddenPurpose() {
  const { words, say } = usePeopleWords()
  const { post } = useStaff()
  const why = useWhy(post)
  const label = post?.purposes.find(({ purpose }) => purpose === why?.purpose)?.label
  return (
    <div className="notice warn stack" role="alert" data-code="forbidden-purpose">
      <h2>{words.forbidden.title(label === undefined ? '' : say(label))}</h2>
      <p>{words.forbidden.spirit}</p>
      <p>{words.forbidden.recorded}</p>
      <p>{words.forbidden.instead}</p>
    </div>
  )
}
