import { useAnswer } from '../../api/use-answer.ts'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { fetchCases, openCase } from '../calls.ts'
import { usePeopleWords } from '../words/use-people-words.ts'
import type { Why } from './work-purpose.ts'

/** Which open case of this purpose, or a new one. */
export function CaseField({ why, onChoose }: { readonly why: Why; readonly onChoose: (caseId: string) => void }) {
  const { words, say } = usePeopleWords()
  const { value, again, failed } = useAnswer(fetchCases)
  const open = useDeed(openCase, ({ caseId }) => {
    again()
    onChoose(caseId)
  })
  const cases = (value?.cases ?? []).filter(({ purpose }) => purpose === why.purpose)
  const known = cases.some(({ caseId }) => caseId === why.caseId)
  return (
    <span className="row">
      <label className="row">
        {words.case}
        <select
          className="fit"
          value={known ? why.caseId : ''}
          onChange={(event) => onChoose(event.target.value)}
          disabled={cases.length === 0}
        >
          <option value="" disabled>
            {cases.length === 0 ? words.caseNone : words.caseChoose}
          </option>
          {cases.map(({ caseId, label, openedOn }) => (
            <option key={caseId} value={caseId}>
              {say(label)} · {openedOn}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="choice fit" disabled={open.doing} onClick={() => open.run(why.purpose)}>
        {words.caseOpen}
      </button>
      <Failure failed={open.failed ?? failed} />
    </span>
  )
}
