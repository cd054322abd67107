import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type ProblemSaid, messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { todayHere } from '../format/day.ts'
import { useStaff } from '../sign-in/session.tsx'
import { fetchDemoMother, type NoticeTaken, sendNotice } from './calls.ts'
import { ChildFields } from './child-fields.tsx'
import { type BirthTyped, emptyBirth, emptyChild, missingIn, noticesOf } from './notice.ts'
import { ParentFields } from './parent-fields.tsx'
import { useBirthWords } from './use-birth-words.ts'
import '../cases/cases.css'
import '../people/people.css'

const atFields = [
  'mother.name',
  'mother.identityNumber',
  'father.name',
  'father.identityNumber',
  'child.birthDate',
  'child.birthTime',
  'child.weightGrams',
  'child.sex',
  'record',
  'place',
]

/** The hospital's clerk tells of a birth: one form, one notice a child, errors where they are. */
export function NoticePage() {
  const { words } = useBirthWords()
  const { session } = useStaff()
  const [birth, setBirth] = useState<BirthTyped>(emptyBirth)
  const [tried, setTried] = useState(false)
  const [taken, setTaken] = useState<readonly (NoticeTaken & { readonly loss: boolean })[]>([])
  const form = useRef<HTMLFormElement>(null)
  const said = useRef<HTMLUListElement>(null)
  const [asked, setAsked] = useState(0)
  usePageTitle(words.title)
  // The first thing missing takes the keyboard; what came of it is brought into view.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [asked])
  useEffect(() => said.current?.focus(), [taken])
  const deed = useDeed(
    async () => {
      // One after the other: the first opens the birth that the others join. Those taken before are taken once.
      const came: (NoticeTaken & { readonly loss: boolean })[] = []
      for (const notice of noticesOf(birth)) {
        // oxlint-disable-next-line no-await-in-loop
        const one = await sendNotice(notice)
        came.push({ ...one, loss: notice.kind === 'stillbirth' })
        setTaken([...came])
      }
      return came
    },
    () => {
      setTried(false)
      setBirth(emptyBirth())
    },
  )
  const demo = useDeed(fetchDemoMother, ({ person, name }) =>
    setBirth((before) => ({ ...before, mother: { name, identityNumber: '', person } })),
  )
  const missing = tried ? missingIn(birth) : []
  const problem: ProblemSaid | null = deed.failed?.problem ?? null
  const failedAt = deed.failed === null ? -1 : taken.length
  const errorOf = (path: string, field: 'name' | 'date'): string | null =>
    missing.some((one) => one.at === null && one.field === field) ? words.needed[field] : messageAt(problem, path)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    setTaken([])
    if (missingIn(birth).length === 0) deed.run()
    else setAsked((before) => before + 1)
  }
  const change = (part: Partial<BirthTyped>): void => setBirth({ ...birth, ...part })
  const loss = birth.kind === 'stillbirth'
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      {taken.length === 0 ? null : (
        <ul className="notice done" role="status" ref={said} tabIndex={-1}>
          {taken.map(({ what, number, caseId, loss: lost }) => (
            <li key={caseId}>{words[what === 'opened' && lost ? 'openedLoss' : what](number)}</li>
          ))}
          {deed.failed === null ? null : <li>{words.partly}</li>}
        </ul>
      )}
      <form ref={form} className="panel register-form" onSubmit={submit} noValidate>
        <fieldset>
          <legend>{words.mother}</legend>
          <ParentFields
            value={birth.mother}
            nameError={errorOf('mother.name', 'name')}
            identityError={messageAt(problem, 'mother.identityNumber') ?? messageAt(problem, 'mother')}
            onChange={(mother) => change({ mother })}
          />
          {session.demo ? (
            <button type="button" className="quiet-button start" disabled={demo.doing} onClick={demo.run}>
              {words.demoFill}
            </button>
          ) : null}
          <Failure failed={demo.failed} />
        </fieldset>
        <fieldset>
          <legend>
            {words.father} <span className="quiet fine">{words.fatherHint}</span>
          </legend>
          <ParentFields
            value={birth.father}
            nameError={messageAt(problem, 'father.name')}
            identityError={messageAt(problem, 'father.identityNumber')}
            onChange={(father) => change({ father })}
          />
        </fieldset>
        <fieldset>
          <legend>{words.birth}</legend>
          <div className="form-grid">
            <Field label={words.date} error={errorOf('child.birthDate', 'date')}>
              {(props) => (
                <input
                  {...props}
                  type="date"
                  max={todayHere()}
                  value={birth.date}
                  onChange={(event) => change({ date: event.target.value })}
                />
              )}
            </Field>
            <Field label={words.kind}>
              {(props) => (
                <select
                  {...props}
                  value={birth.kind}
                  onChange={(event) =>
                    change({ kind: event.target.value === 'stillbirth' ? 'stillbirth' : 'live-birth' })
                  }
                >
                  <option value="live-birth">{words.kinds['live-birth']}</option>
                  <option value="stillbirth">{words.kinds.stillbirth}</option>
                </select>
              )}
            </Field>
            <Field label={words.where}>
              {(props) => (
                <select
                  {...props}
                  value={birth.where}
                  onChange={(event) =>
                    change({ where: event.target.value === 'outside' ? 'outside' : 'in-institution' })
                  }
                >
                  <option value="in-institution">{words.wheres['in-institution']}</option>
                  <option value="outside">{words.wheres.outside}</option>
                </select>
              )}
            </Field>
            <Field label={words.place} hint={words.placeHint} error={messageAt(problem, 'place')}>
              {(props) => (
                <input
                  {...props}
                  type="text"
                  value={birth.place}
                  onChange={(event) => change({ place: event.target.value })}
                />
              )}
            </Field>
          </div>
          {loss ? <p className="notice">{words.stillborn}</p> : null}
        </fieldset>
        {birth.children.map((child, at) => (
          <ChildFields
            key={child.id}
            child={child}
            legend={words.childOf(at + 1, birth.children.length)}
            missing={missing.filter((one) => one.at === at).map(({ field }) => field)}
            problem={failedAt === at ? problem : null}
            onChange={(next) => change({ children: birth.children.with(at, next) })}
            onRemove={
              at === 0 ? null : () => change({ children: birth.children.filter((other) => other.id !== child.id) })
            }
          />
        ))}
        <div>
          <button
            type="button"
            className="choice fit"
            disabled={birth.children.length >= 9}
            onClick={() => change({ children: [...birth.children, emptyChild()] })}
          >
            {words.twin}
          </button>
        </div>
        <Failure failed={deed.failed} fields={atFields} />
        <div>
          <button type="submit" className="button" disabled={deed.doing}>
            {deed.doing
              ? words.sending
              : birth.children.length === 1
                ? words.send
                : words.sendMany(birth.children.length)}
          </button>
        </div>
      </form>
    </div>
  )
}
