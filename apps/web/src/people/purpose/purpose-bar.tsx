import { useStaff } from '../../sign-in/session.tsx'
import { usePeopleWords } from '../words/use-people-words.ts'
import { CaseField } from './case-field.tsx'
import { offeredForReading } from './offered.ts'
import { choosePurpose, useWhy } from './work-purpose.ts'

/** Why people are looked up: chosen once, always in sight. */
export function PurposeBar() {
  const { words, say } = usePeopleWords()
  const { post } = useStaff()
  const why = useWhy(post)
  if (post === null) return null
  const offered = offeredForReading(post)
  const chosen = offered.find(({ purpose }) => purpose === why?.purpose)
  if (chosen === undefined)
    return (
      <fieldset className="purpose-bar asking">
        <legend>{words.whyAsk}</legend>
        <div className="row">
          {offered.map(({ purpose, label, forbidden }) => (
            <button
              key={purpose}
              type="button"
              className="choice fit"
              onClick={() => choosePurpose({ post: post.id, why: { purpose } })}
            >
              {say(label)}
              {forbidden ? <span className="tag">{words.forbiddenMark}</span> : null}
            </button>
          ))}
        </div>
        <p className="fine quiet">{words.whyLead}</p>
      </fieldset>
    )
  return (
    <div className="purpose-bar" role="group" aria-label={words.why}>
      <span>
        {words.why}：<strong>{say(chosen.label)}</strong>{' '}
        {chosen.forbidden ? <span className="tag">{words.forbiddenMark}</span> : null}
      </span>
      {chosen.needsCase && why !== null ? (
        <CaseField why={why} onChoose={(caseId) => choosePurpose({ post: post.id, why: { ...why, caseId } })} />
      ) : null}
      {offered.length > 1 ? (
        <button type="button" className="quiet-button" onClick={() => choosePurpose(null)}>
          {words.change}
        </button>
      ) : null}
    </div>
  )
}
