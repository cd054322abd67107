import { type FormEvent, useEffect, useRef, useState } from 'react'
import { messageAt, type ProblemSaid } from '../../api/refused.ts'
import { Field } from '../../design/field.tsx'
import type { CaseActionSent, CaseShown } from '../case-types.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'

/** The answer to an objection of the family, to an item or to the whole case; they see its words. */
export function ObjectionForm({
  objection,
  problem,
  doing,
  onSend,
}: {
  readonly objection: CaseShown['objections'][number]
  readonly problem: ProblemSaid | null
  readonly doing: boolean
  readonly onSend: (action: Omit<CaseActionSent, 'id'>) => void
}) {
  const { words } = useCaseDeskWords()
  const form = useRef<HTMLFormElement>(null)
  const [upheld, setUpheld] = useState<boolean | null>(null)
  const [text, setText] = useState('')
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), [])
  const label = words.what['decide-objection']
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSend({ kind: 'decide-objection', objection: objection.id, upheld, words: text.trim() })
  }
  return (
    <form ref={form} className="decision-form" onSubmit={submit} noValidate aria-label={label}>
      <p lang="zh-CN">{words.objection(objection.words)}</p>
      {[true, false].map((value) => (
        <label key={String(value)} className="check">
          <input type="radio" name="upheld" checked={upheld === value} onChange={() => setUpheld(value)} />
          {value ? words.uphold : words.dismiss}
        </label>
      ))}
      <Field label={words.objectionWords} error={messageAt(problem, 'words')}>
        {(field) => <input {...field} type="text" value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <button type="submit" className="button" disabled={doing || upheld === null || text.trim() === ''}>
        {doing ? words.recording : label}
      </button>
    </form>
  )
}
