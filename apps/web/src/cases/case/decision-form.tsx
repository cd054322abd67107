import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { messageAt, type ProblemSaid } from '../../api/refused.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Field } from '../../design/field.tsx'
import { fetchColleagues } from '../calls.ts'
import type { CaseActionSent, CaseItem, CaseShown, Facts } from '../case-types.ts'
import { citedText } from '../cited.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'
import type { Mode } from './modes.ts'
import { useModeLabel } from './use-mode-label.ts'

type Unnumbered = Omit<CaseActionSent, 'id'>

/** An objection has a form of its own. */
type FormMode = Exclude<Mode, 'decide-objection'>

/** An office of another county or province, which the register here does not list: it is named in words. */
const away = 'elsewhere'

interface Props {
  readonly mode: FormMode
  readonly shown: CaseShown
  readonly item: CaseItem
  readonly problem: ProblemSaid | null
  readonly doing: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onSend: (actions: readonly Unnumbered[]) => void
}

/** What one deed needs to be said, and its one button. The first control takes the keyboard; Enter records. */
export function DecisionForm(props: Props) {
  const { mode, shown, item, problem, doing, onKeyDown, onSend } = props
  const { words, say } = useCaseDeskWords()
  const labelOf = useModeLabel()
  const form = useRef<HTMLFormElement>(null)
  const [seen, setSeen] = useState<readonly string[]>([])
  const [outputs, setOutputs] = useState<Facts>({})
  const [text, setText] = useState('')
  const [pause, setPause] = useState(shown.pauses[0]?.id ?? '')
  const [ground, setGround] = useState('')
  const [to, setTo] = useState('')
  const [elsewhere, setElsewhere] = useState('')
  const colleagues = useAnswer(mode === 'hand-over' || mode === 'substitute' ? fetchColleagues : null)
  // Before anything is painted: a quick key must not find the page before the box.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), [])
  const unseen = item.shows.filter(({ from, shown: how }) => from === null && how === null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const about = { item: item.id }
    const answer = { kind: 'answer', ...about, outputs: {}, ground: null, pause: null, words: null }
    const said = text.trim()
    const paper = { kind: 'provide', ...about, facts: {}, papers: Object.fromEntries(seen.map((id) => [id, 'paper'])) }
    const deeds: Readonly<Record<FormMode, readonly Unnumbered[]>> = {
      begin: [{ kind: 'start', ...about }],
      done: [...(seen.length === 0 ? [] : [paper]), { ...answer, result: 'done', outputs }],
      received: [paper],
      more: [{ kind: 'ask-for-more', ...about, pause, words: said }],
      refuse: [{ ...answer, result: 'refused', ground, words: said === '' ? null : said }],
      'hand-over': [{ kind: 'hand-over', ...about, office: to === away ? elsewhere.trim() : to, words: said }],
      substitute: [{ kind: 'substitute', ...about, officer: to }],
      reopen: [{ kind: 'reopen', items: [item.id], words: said }],
    }
    onSend(deeds[mode])
  }
  const refusable = mode !== 'refuse' || item.refusals.length > 0
  const ready: Readonly<Record<FormMode, boolean>> = {
    begin: true,
    done: unseen.every(({ id }) => seen.includes(id)),
    received: true,
    more: text.trim() !== '',
    refuse: ground !== '',
    'hand-over': to !== '' && (to !== away || elsewhere.trim() !== '') && text.trim() !== '',
    substitute: to !== '',
    reopen: text.trim() !== '',
  }
  const line = (label: string, name = 'words') => (
    <Field label={label} error={messageAt(problem, name)}>
      {(field) => <input {...field} type="text" value={text} onChange={(event) => setText(event.target.value)} />}
    </Field>
  )
  return (
    <form
      ref={form}
      className="decision-form"
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      aria-label={labelOf(mode)}
    >
      {mode === 'done' || mode === 'received'
        ? unseen.map(({ id, label }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={seen.includes(id)}
                onChange={(event) => setSeen(event.target.checked ? [...seen, id] : seen.filter((one) => one !== id))}
              />
              {words.seen(say(label))}
            </label>
          ))
        : null}
      {mode === 'done'
        ? item.produces.map(({ name, label, type }) => (
            <Field key={name} label={say(label)} error={messageAt(problem, name)}>
              {(field) => (
                <input
                  {...field}
                  type={type.kind === 'date' ? 'date' : 'text'}
                  autoComplete="off"
                  value={String(outputs[name] ?? '')}
                  onChange={(event) => setOutputs({ ...outputs, [name]: event.target.value })}
                />
              )}
            </Field>
          ))
        : null}
      {mode === 'more' ? (
        <>
          <Field label={words.pauseWhy} error={messageAt(problem, 'pause')} hint={words.pauseNote}>
            {(field) => (
              <select {...field} value={pause} onChange={(event) => setPause(event.target.value)}>
                {shown.pauses.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {say(label)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {line(words.pauseWords)}
        </>
      ) : null}
      {mode === 'refuse' ? (
        refusable ? (
          <>
            <Field label={words.ground} error={messageAt(problem, 'ground')}>
              {(field) => (
                <select {...field} value={ground} onChange={(event) => setGround(event.target.value)}>
                  <option value="">—</option>
                  {item.refusals.map(({ id, label, source }) => (
                    <option key={id} value={id}>
                      {say(label)}（{citedText(source)}）
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {line(words.groundWords)}
          </>
        ) : (
          <p className="notice">{words.noGround}</p>
        )
      ) : null}
      {mode === 'hand-over' ? (
        <>
          <Field label={words.office} hint={words.handOverNote} error={messageAt(problem, 'office')}>
            {(field) => (
              <select {...field} value={to} onChange={(event) => setTo(event.target.value)}>
                <option value="">—</option>
                {(colleagues.value?.offices ?? []).map(({ id, name }) => (
                  <option key={id} value={id}>
                    {say(name)}
                  </option>
                ))}
                <option value={away}>{words.officeAway}</option>
              </select>
            )}
          </Field>
          {to === away ? (
            <Field label={words.officeAwayName} hint={words.officeAwayNote}>
              {(field) => (
                <input
                  {...field}
                  type="text"
                  value={elsewhere}
                  onChange={(event) => setElsewhere(event.target.value)}
                />
              )}
            </Field>
          ) : null}
          {line(words.officeWords)}
        </>
      ) : null}
      {mode === 'substitute' ? (
        <Field
          label={words.whom}
          hint={colleagues.value?.people.length === 0 ? words.noColleague : null}
          error={messageAt(problem, 'officer')}
        >
          {(field) => (
            <select {...field} value={to} onChange={(event) => setTo(event.target.value)}>
              <option value="">—</option>
              {(colleagues.value?.people ?? []).map(({ id, name, title }) => (
                <option key={id} value={id}>
                  {name} · {say(title)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {mode === 'reopen' ? (
        <Field label={words.reopenWords} hint={words.reopenNote} error={messageAt(problem, 'words')}>
          {(field) => <input {...field} type="text" value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
      ) : null}
      {refusable ? (
        <button type="submit" className="button" disabled={doing || !ready[mode]}>
          {doing ? words.recording : labelOf(mode)}
        </button>
      ) : null}
    </form>
  )
}
