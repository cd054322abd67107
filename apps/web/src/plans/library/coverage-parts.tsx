import type { ClausePart, Place } from '@junheng/entitlements'
import { Link } from 'wouter'
import { useWords } from '../../messages/language.tsx'
import { usePlansWords } from '../words/use-plans-words.ts'
import { figureText } from './figure-text.ts'

/** What a clause promises, each with what the pack does about it. */
export function CoverageParts({ place, parts }: { readonly place: Place; readonly parts: readonly ClausePart[] }) {
  const { words } = usePlansWords()
  const { say } = useWords()
  return (
    <ul className="parts">
      {parts.map((part, i) => (
        <li key={i}>
          <span className="tag">{words.plan.kinds[part.kind]}</span>
          <span>{say(part.gist)}</span>
          <span className="does">
            {part.by.length === 0 ? (
              <span className={part.kind === 'narrative' ? 'quiet' : 'waiting-text'}>
                {part.kind === 'narrative' ? '' : words.plan.promised}
              </span>
            ) : (
              part.by.map((id) => <CarriedOutBy key={id} place={place} id={id} />)
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function CarriedOutBy({ place, id }: { readonly place: Place; readonly id: string }) {
  const { say, language } = useWords()
  const benefit = place.benefits.find((one) => one.id === id)
  if (benefit) return <Link href={`/${place.id}/benefit/${id}`}>{say(benefit.label)}</Link>
  const target = place.targets.find((one) => one.id === id)
  if (target)
    return (
      <span>
        {say(target.label)} <strong>{figureText(target, language)}</strong>
      </span>
    )
  const duty = place.duties.find((one) => one.id === id)
  return <span>{duty ? say(duty.gist) : id}</span>
}
