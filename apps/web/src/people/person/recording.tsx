import { shortInstant } from '../../format/instant.ts'
import type { PersonFact } from '../calls.ts'
import { usePersonWords } from '../words/use-person-words.ts'

/** On what grounds a fact stands, and who recorded it when. */
export function Recording({ fact }: { readonly fact: PersonFact }) {
  const { words, say } = usePersonWords()
  const { source, recordedBy, recordedAt } = fact
  const post = recordedBy?.post ?? null
  const by = recordedBy === null ? '' : [recordedBy.name, post === null ? '' : say(post)].filter(Boolean).join(' ')
  return (
    <>
      {say(source.label)}
      {source.reference === null ? '' : ` ${source.reference}`} · {words.recorded(by, shortInstant(recordedAt))}
    </>
  )
}
