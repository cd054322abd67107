import { useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { newId } from '../../api/new-id.ts'
import { messagesElsewhere } from '../../api/refused.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useSendWhenBack } from '../../api/use-send-when-back.ts'
import type { Facts } from '../../cases/case-types.ts'
import { valueText } from '../../cases/value-text.ts'
import { Asked } from '../../design/asked.tsx'
import { Failure } from '../../design/failure.tsx'
import { usePageTitle } from '../../design/use-page-title.ts'
import { fetchMyRecord } from '../../my-data/calls.ts'
import { tellOfBirth } from '../calls.ts'
import { TypedField } from '../offer/typed-field.tsx'
import { OfflineNote } from '../page/offline-note.tsx'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { birthQuestions, noticesOfTold, type Teller } from './told-birth.ts'
import '../my-cases.css'

/** A birth outside a hospital, told by a parent: the day and the child; the offer that follows asks the rest. */
export function TellPage() {
  const { words } = useMyCaseWords()
  const answer = useAnswer(fetchMyRecord)
  usePageTitle(words.tellTitle)
  return (
    <div className="my-case">
      <p>
        <Link className="back" href="/me">
          {words.back}
        </Link>
      </p>
      <Asked answer={answer}>
        {({ id, name, sex }) =>
          sex === null ? (
            <p className="notice">{words.tellNotHere}</p>
          ) : (
            <TellFlow teller={{ id, name, sex: sex === 'male' ? 'male' : 'female' }} />
          )
        }
      </Asked>
    </div>
  )
}

function TellFlow({ teller }: { readonly teller: Teller }) {
  const { words, say, language } = useMyCaseWords()
  const [, go] = useLocation()
  const [step, setStep] = useState(-1)
  const [facts, setFacts] = useState<Facts>({})
  const [children, setChildren] = useState(1)
  const ids = useRef<string[]>([])
  const questions = birthQuestions(teller, children)
  const send = async (): Promise<string> => {
    while (ids.current.length < children) ids.current.push(newId())
    let first: string | null = null
    for (const notice of noticesOfTold(facts, { teller, ids: ids.current.slice(0, children) })) {
      // The first opens the birth that the others join.
      // oxlint-disable-next-line no-await-in-loop
      const { caseId } = await tellOfBirth(notice)
      first ??= caseId
    }
    return first ?? ''
  }
  const deed = useSendWhenBack(send, (caseId) => go(`/me/cases/${caseId}`))
  const problem = deed.refused?.problem ?? null
  const field = questions[step]
  if (step < 0)
    return (
      <div className="stack offer">
        <h1>{words.tellTitle}</h1>
        <p className="lead">{words.tellLead}</p>
        <p>{words.tellLoss}</p>
        <button type="button" className="button" onClick={() => setStep(0)}>
          {words.begin}
        </button>
      </div>
    )
  if (field !== undefined) {
    const whichSex = field.name.startsWith('birth.sex.')
    return (
      <div className="stack offer">
        <h1 className="offer-title">{words.tellTitle}</h1>
        <p className="small quiet">{words.left(questions.length - step)}</p>
        <TypedField
          key={field.name}
          field={field}
          question={
            whichSex && children > 1
              ? words.tellSexOf(Number(field.name.split('.').at(-1)))
              : (words.question[whichSex ? 'birth.sex' : field.name] ?? null)
          }
          choices={field.codes}
          value={facts[field.name]}
          error={null}
          onAnswer={(value) => {
            if (value === undefined) return
            setFacts({ ...facts, [field.name]: value })
            setStep(step + 1)
          }}
        />
        {field.name === 'birth.sex.1' && children === 1 ? (
          <button type="button" className="quiet-button start" onClick={() => setChildren(2)}>
            {words.tellTwins}
          </button>
        ) : null}
        <button type="button" className="quiet-button start" onClick={() => setStep(step - 1)}>
          {words.previous}
        </button>
      </div>
    )
  }
  return (
    <div className="stack offer">
      <h1 className="offer-title">{words.tellTitle}</h1>
      <h2>{words.checkTitle}</h2>
      <dl className="card check-list">
        {questions.map((one, at) => {
          const value = facts[one.name]
          return (
            <div key={one.name}>
              <dt>{say(one.label)}</dt>
              <dd>
                <span lang="zh-CN">{value === undefined ? '—' : valueText(one, value, { say, language, words })}</span>
                <button
                  type="button"
                  className="quiet-button"
                  aria-label={`${words.change} ${say(one.label)}`}
                  onClick={() => setStep(at)}
                >
                  {words.change}
                </button>
              </dd>
            </div>
          )
        })}
      </dl>
      <OfflineNote deed={deed} />
      <Failure failed={deed.refused} />
      {problem !== null && messagesElsewhere(problem, []).length > 0 ? (
        <button type="button" className="choice" onClick={() => setStep(0)}>
          {words.change}
        </button>
      ) : null}
      <button type="button" className="button" disabled={deed.state !== 'idle'} onClick={deed.run}>
        {deed.state === 'waiting' ? words.waitsForNetwork : deed.state === 'sending' ? words.sending : words.tellSend}
      </button>
    </div>
  )
}
