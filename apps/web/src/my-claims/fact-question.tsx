import { ChoiceField } from '../questions/choice-field.tsx'
import { DateField } from '../questions/date-field.tsx'
import { NumberField } from '../questions/number-field.tsx'
import { RegionField } from '../questions/region-field.tsx'
import type { AskedFact, Here, Stated } from './calls.ts'
import { useMyClaimWords } from './use-my-claim-words.ts'

/** One question with the control that fits its kind. */
export function FactQuestion({
  fact,
  here,
  onAnswer,
}: {
  readonly fact: AskedFact
  readonly here: Here
  readonly onAnswer: (value: Stated[string]) => void
}) {
  const { say } = useMyClaimWords()
  return (
    <>
      <h2 id="fact-question">{say(fact.question)}</h2>
      <Control fact={fact} here={here} onAnswer={onAnswer} />
    </>
  )
}

function Control({ fact, here, onAnswer }: Parameters<typeof FactQuestion>[0]) {
  const { words, say } = useMyClaimWords()
  const shared = { labelledBy: 'fact-question', onChoose: onAnswer, current: undefined }
  const { type, codes, unit, min, max } = fact
  switch (type) {
    case 'boolean':
      return (
        <ChoiceField
          choices={[
            { value: true, label: words.yes },
            { value: false, label: words.no },
          ]}
          {...shared}
        />
      )
    case 'code':
      return <ChoiceField choices={codes.map(({ code, label }) => ({ value: code, label: say(label) }))} {...shared} />
    case 'date':
      return <DateField {...shared} />
    case 'region':
      return here === null ? null : (
        <RegionField place={{ region: here.code, name: { zh: here.name, en: here.name } }} used={[]} {...shared} />
      )
    default:
      return (
        <NumberField info={{ type: { kind: type === 'money' ? 'money' : 'number' }, unit, min, max }} {...shared} />
      )
  }
}
