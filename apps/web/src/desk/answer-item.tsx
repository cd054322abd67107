import { type FormEvent, useState } from 'react'
import { messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { answerCorrection, answerHandOver, type WorkItem } from './calls.ts'
import { useDeskWords } from './use-desk-words.ts'

/** The answer to a resident who said that something is wrong, or to another village; it ends the item. */
export function AnswerItem({
  item: { id, kind },
  onAnswered,
}: {
  readonly item: Pick<WorkItem, 'id' | 'kind'>
  readonly onAnswered: () => void
}) {
  const { words } = useDeskWords()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const deed = useDeed(kind === 'hand-over' ? answerHandOver : answerCorrection, onAnswered)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run(id, text.trim())
  }
  if (!open)
    return (
      <>
        {' '}
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {kind === 'hand-over' ? words.answerVillage : words.answer}
        </button>
      </>
    )
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field label={words.answerLabel} error={messageAt(deed.failed?.problem ?? null, 'answer')}>
        {(props) => <textarea {...props} rows={2} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Failure failed={deed.failed} fields={['answer']} />
      <div className="row">
        <button type="submit" className="button" disabled={deed.doing || text.trim() === ''}>
          {words.answerSend}
        </button>
        <button type="button" className="quiet-button" onClick={() => setOpen(false)}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
