import { shortInstant } from '../../format/instant.ts'
import type { PersonFact } from '../calls.ts'
import { usePersonWords } from '../words/use-person-words.ts'

/** On what grounds a fact stands, and who recorded it when; `short`: the day alone. */
export function Recording({ fact, short = false }: { readonly fact: PersonFact; readonly short?: boolean }) {
  const { words, say } = usePersonWords()
  const { source, recordedBy, recordedAt } = fact
  const post = recordedBy?.post ?? null
  const by = recordedBy === null ? '' : [recordedBy.name, post === null ? '' : say(post)].filter(Boolean).join(' ')
  const at = shortInstant(recordedAt)
  const grounds = [say(source.label), source.reference ?? ''].filter(Boolean).join(' ')
  if (short)
    return (
      <span title={`${grounds} · ${words.recorded(by, at)}`}>
        {say(source.label)}
        {recordedBy === null ? '' : ` · ${recordedBy.name}`} {at.slice(0, 10)}
      </span>
    )
  return (
    <>
      {grounds} · {words.recorded(by, at)}
    </>
  )
}
