import { messageAt, type ProblemSaid } from '../../api/refused.ts'
import { Field } from '../../design/field.tsx'
import { usePlaces } from '../places.ts'
import { useWriteWords } from '../words/use-write-words.ts'

export interface PlaceGiven {
  readonly township: string
  readonly village: string
}

/** Township and, where known, village; empty text where none was chosen. */
export function PlaceFields({
  place,
  problem,
  onChange,
}: {
  readonly place: PlaceGiven
  readonly problem: ProblemSaid | null
  readonly onChange: (place: PlaceGiven) => void
}) {
  const { words, say } = useWriteWords()
  const { townships } = usePlaces()
  const villages = townships.find(({ code }) => code === place.township)?.villages ?? []
  return (
    <>
      <Field label={words.township} error={messageAt(problem, 'township') ?? messageAt(problem, 'value')}>
        {(props) => (
          <select
            {...props}
            lang="zh-CN"
            value={place.township}
            onChange={(event) => onChange({ township: event.target.value, village: '' })}
          >
            <option value="" disabled>
              {words.choose}
            </option>
            {townships.map(({ code, name }) => (
              <option key={code} value={code}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.village} error={messageAt(problem, 'village')}>
        {(props) => (
          <select
            {...props}
            value={place.village}
            onChange={(event) => onChange({ ...place, village: event.target.value })}
          >
            <option value="">{words.villageUnknown}</option>
            {villages.map(({ code, name }) => (
              <option key={code} value={code}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}
