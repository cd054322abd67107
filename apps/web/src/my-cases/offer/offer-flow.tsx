import { useRef, useState } from 'react'
import { messageAt, problemOf, type ProblemSaid } from '../../api/refused.ts'
import { useSendWhenBack } from '../../api/use-send-when-back.ts'
import { Failure } from '../../design/failure.tsx'
import type { CaseShown, Written } from '../../cases/case-types.ts'
import { confirmCase } from '../calls.ts'
import { OfflineNote } from '../page/offline-note.tsx'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { CheckScreen } from './check-screen.tsx'
import { type Draft, forgetDraft, keepDraft, readDraft } from './drafts.ts'
import { choicesOf, factsFor, type Question, questionsAmong, questionsOf } from './questions.ts'
import { TypedField } from './typed-field.tsx'
import { useWhichChild } from './use-which-child.ts'

/** An offer: one question a screen, then everything for a check, then one press; once for all that were born together. */
export function OfferFlow({
  cases,
  onConfirmed,
  onOutdated,
}: {
  /** Offers of one birth, in the order of birth; at least one. */
  readonly cases: readonly CaseShown[]
  readonly onConfirmed: () => void
  readonly onOutdated: () => void
}) {
  const { words, say } = useMyCaseWords()
  const whichChild = useWhichChild(cases)
  const caseIds = cases.map(({ id }) => id)
  const [draft, setDraft] = useState<Draft>(() => readDraft(caseIds))
  const [changing, setChanging] = useState<string | null>(null)
  const [outdated, setOutdated] = useState(false)
  const sending = useRef<string | null>(null)
  const asked = questionsAmong(cases, questionsOf)
  const all = questionsAmong(cases, ({ form }) => form.fields)
  const keep = (next: Draft): void => {
    keepDraft(caseIds, next)
    setDraft(next)
  }
  const send = async (): Promise<void> => {
    try {
      // One after the other, each with its own id: after a lost answer the ones that were taken are taken once.
      for (const shown of cases) {
        sending.current = shown.id
        const facts = factsFor(draft.facts, shown)
        // oxlint-disable-next-line no-await-in-loop
        await confirmCase(shown.id, { id: draft.ids[shown.id] ?? '', form: shown.form.version, facts })
      }
    } catch (error) {
      if (problemOf(error)?.code === 'form-outdated') {
        setOutdated(true)
        onOutdated()
      }
      throw error
    }
  }
  const deed = useSendWhenBack(send, () => {
    forgetDraft(caseIds)
    onConfirmed()
  })
  const problem = deed.refused?.problem ?? null
  const question = changing === null ? asked[draft.step] : all.find(({ key }) => key === changing)
  const answer = (value: Written | undefined): void => {
    if (question === undefined) return
    const { [question.key]: _, ...rest } = draft.facts
    const facts = value === undefined ? rest : { ...rest, [question.key]: value }
    setChanging(null)
    keep({ ...draft, facts, step: changing === null ? draft.step + 1 : draft.step })
  }
  const title = words.titleOf(cases.length)
  if (draft.step < 0)
    return (
      <div className="stack offer">
        <h1>{title}</h1>
        <p className="lead">{words.startLead}</p>
        {cases.length === 1 ? null : <p>{words.startTogether(cases.length)}</p>}
        <p>
          <strong>{words.startCount(asked.length)}</strong>
        </p>
        <button type="button" className="button" onClick={() => keep({ ...draft, step: 0 })}>
          {words.begin}
        </button>
      </div>
    )
  if (question !== undefined) {
    const { key, field, of } = question
    return (
      <div className="stack offer">
        <h1 className="offer-title">{title}</h1>
        {changing === null ? <p className="small quiet">{words.left(asked.length - draft.step)}</p> : null}
        <TypedField
          key={key}
          field={field}
          question={of === null ? null : words.nameQuestion(whichChild(of))}
          choices={choicesOf(field, originOf(cases))}
          value={draft.facts[key] ?? field.value ?? undefined}
          error={messageOf(problem, question, sending.current)}
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
  }
  return (
    <div className="stack offer">
      <h1 className="offer-title">{title}</h1>
      {outdated ? <p className="notice warn">{words.changedForm}</p> : null}
      <CheckScreen cases={cases} facts={draft.facts} onChange={({ key }) => setChanging(key)} />
      <OfflineNote deed={deed} />
      <Failure failed={deed.refused} />
      {all
        .filter((one) => messageOf(problem, one, sending.current) !== null)
        .map(({ key, field }) => (
          <button key={key} type="button" className="choice" onClick={() => setChanging(key)}>
            {words.change} {say(field.label)}
          </button>
        ))}
      <button type="button" className="button" disabled={deed.state !== 'idle'} onClick={deed.run}>
        {deed.state === 'waiting' ? words.waitsForNetwork : deed.state === 'sending' ? words.sending : words.confirm}
      </button>
    </div>
  )
}

/** What the service says of one answer; of twins' names, only at the child whose confirmation was refused. */
function messageOf(problem: ProblemSaid | null, { field, of }: Question, sent: string | null): string | null {
  return of === null || of === sent ? messageAt(problem, field.name) : null
}

function originOf([first]: readonly CaseShown[]): string | null {
  const origin = first?.form.fields.find(({ name }) => name === 'child.origin')?.value
  return typeof origin === 'string' ? origin : null
}
