import { useState } from 'react'
import { messageAt, problemOf } from '../../api/refused.ts'
import { useSendWhenBack } from '../../api/use-send-when-back.ts'
import { Failure } from '../../design/failure.tsx'
import type { CaseShown, Written } from '../../cases/case-types.ts'
import { confirmCase } from '../calls.ts'
import { OfflineNote } from '../page/offline-note.tsx'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { CheckScreen } from './check-screen.tsx'
import { type Draft, forgetDraft, keepDraft, readDraft } from './drafts.ts'
import { choicesOf, questionsOf } from './questions.ts'
import { TypedField } from './typed-field.tsx'

/** An offer: one question a screen, then everything for a check, then one press. */
export function OfferFlow({
  shown,
  onConfirmed,
  onOutdated,
}: {
  readonly shown: CaseShown
  readonly onConfirmed: () => void
  readonly onOutdated: () => void
}) {
  const { words, say } = useMyCaseWords()
  const [draft, setDraft] = useState<Draft>(() => readDraft(shown.id))
  const [changing, setChanging] = useState<string | null>(null)
  const [outdated, setOutdated] = useState(false)
  const asked = questionsOf(shown)
  const keep = (next: Draft): void => {
    keepDraft(shown.id, next)
    setDraft(next)
  }
  const send = async () => {
    try {
      return await confirmCase(shown.id, { id: draft.id, form: shown.form.version, facts: draft.facts })
    } catch (error) {
      if (messageIs(error, 'form-outdated')) {
        setOutdated(true)
        onOutdated()
      }
      throw error
    }
  }
  const deed = useSendWhenBack(send, () => {
    forgetDraft(shown.id)
    onConfirmed()
  })
  const problem = deed.refused?.problem ?? null
  const origin = shown.form.fields.find(({ name }) => name === 'child.origin')?.value
  const field = changing === null ? asked[draft.step] : shown.form.fields.find(({ name }) => name === changing)
  const answer = (value: Written | undefined): void => {
    if (field === undefined) return
    const { [field.name]: _, ...rest } = draft.facts
    const facts = value === undefined ? rest : { ...rest, [field.name]: value }
    setChanging(null)
    keep({ ...draft, facts, step: changing === null ? draft.step + 1 : draft.step })
  }
  if (draft.step < 0)
    return (
      <div className="stack offer">
        <h1>{words.title}</h1>
        <p className="lead">{words.startLead}</p>
        <p>
          <strong>{words.startCount(asked.length)}</strong>
        </p>
        <button type="button" className="button" onClick={() => keep({ ...draft, step: 0 })}>
          {words.begin}
        </button>
      </div>
    )
  if (field !== undefined)
    return (
      <div className="stack offer">
        <h1 className="offer-title">{words.title}</h1>
        {changing === null ? <p className="small quiet">{words.left(asked.length - draft.step)}</p> : null}
        <TypedField
          key={field.name}
          field={field}
          choices={choicesOf(field, typeof origin === 'string' ? origin : null)}
          value={draft.facts[field.name] ?? field.value ?? undefined}
          error={messageAt(problem, field.name)}
          onAnswer={answer}
        />
        <button
          type="button"
          className="quiet-button start"
          onClick={() => (changing === null ? keep({ ...draft, step: draft.step - 1 }) : setChanging(null))}
        >
          {words.previous}
        </button>
      </div>
    )
  return (
    <div className="stack offer">
      <h1 className="offer-title">{words.title}</h1>
      {outdated ? <p className="notice warn">{words.changedForm}</p> : null}
      <CheckScreen shown={shown} facts={draft.facts} onChange={({ name }) => setChanging(name)} />
      <OfflineNote deed={deed} />
      <Failure failed={deed.refused} />
      {problem === null
        ? null
        : shown.form.fields
            .filter(({ name }) => messageAt(problem, name) !== null)
            .map(({ name, label }) => (
              <button key={name} type="button" className="choice" onClick={() => setChanging(name)}>
                {words.change} {say(label)}
              </button>
            ))}
      <button type="button" className="button" disabled={deed.state !== 'idle'} onClick={deed.run}>
        {deed.state === 'waiting' ? words.waitsForNetwork : deed.state === 'sending' ? words.sending : words.confirm}
      </button>
    </div>
  )
}

function messageIs(error: unknown, code: string): boolean {
  return problemOf(error)?.code === code
}
