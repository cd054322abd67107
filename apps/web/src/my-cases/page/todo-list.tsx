import { useRef, useState } from 'react'
import { newId } from '../../api/new-id.ts'
import { useSendWhenBack } from '../../api/use-send-when-back.ts'
import { Failure } from '../../design/failure.tsx'
import type { CaseShown, Waiting } from '../../cases/case-types.ts'
import { actOnMyCase } from '../calls.ts'
import { untilText } from '../days-left.ts'
import { TypedField } from '../offer/typed-field.tsx'
import { choicesOf } from '../offer/questions.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { AddPaper } from './add-paper.tsx'
import { OfflineNote } from './offline-note.tsx'

/** What waits for the family, the nearest day first; says so where nothing does. */
export function TodoList({ shown, onChanged }: { readonly shown: CaseShown; readonly onChanged: () => void }) {
  const { words } = useMyCaseWords()
  const yours = shown.waiting.filter(({ who }) => who === 'family')
  if (shown.endedOn !== null) return null
  return (
    <section className="stack" aria-labelledby="case-todo">
      <h2 id="case-todo">{words.todo}</h2>
      {yours.length === 0 ? <p className="notice">{words.nothingYours}</p> : null}
      {yours.map((one) => (
        <div key={`${one.item ?? ''} ${one.what}`} className="card stack todo">
          <Todo one={one} shown={shown} onChanged={onChanged} />
        </div>
      ))}
    </section>
  )
}

function Todo(props: { readonly one: Waiting; readonly shown: CaseShown; readonly onChanged: () => void }) {
  const { words, say, language } = useMyCaseWords()
  const { one, shown } = props
  const label = say(one.label)
  const names = one.names.map((name) => {
    const field = shown.form.fields.find((candidate) => candidate.name === name)
    return field === undefined ? name : say(field.label)
  })
  return (
    <>
      <h3>
        {one.what === 'tell'
          ? words.tell(names.join(language === 'zh' ? '、' : ', '))
          : one.what === 'show'
            ? words.show(label)
            : words.bring(label)}
      </h3>
      {one.words === null ? null : <p lang="zh-CN">{one.words}</p>}
      {one.until === null ? null : <p className="small waiting-note">{untilText(one.until, { words, language })}</p>}
      {one.what === 'tell' ? <Tell {...props} /> : one.what === 'show' ? <Show {...props} /> : <Bring {...props} />}
    </>
  )
}

/** A fact that turned out to be missing: the same questions as in the offer. */
function Tell({ one, shown, onChanged }: Parameters<typeof Todo>[0]) {
  const id = useRef(newId())
  const [given, setGiven] = useState<Readonly<Record<string, boolean | number | string>>>({})
  const field = shown.form.fields.find(({ name }) => one.names.includes(name) && given[name] === undefined)
  const { words } = useMyCaseWords()
  const deed = useSendWhenBack(
    () => actOnMyCase(shown.id, { kind: 'correct', id: id.current, facts: given, words: words.save }),
    onChanged,
  )
  if (field !== undefined)
    return (
      <TypedField
        key={field.name}
        field={{ ...field, required: true }}
        choices={choicesOf(field, null)}
        value={undefined}
        error={null}
        onAnswer={(value) => (value === undefined ? undefined : setGiven({ ...given, [field.name]: value }))}
      />
    )
  return (
    <>
      <OfflineNote deed={deed} />
      <Failure failed={deed.refused} />
      <button type="button" className="button" disabled={deed.state !== 'idle'} onClick={deed.run}>
        {words.save}
      </button>
    </>
  )
}

/** Something was asked for: add it, then say that it is all. */
function Bring({ one, shown, onChanged }: Parameters<typeof Todo>[0]) {
  const { words } = useMyCaseWords()
  const id = useRef(newId())
  const deed = useSendWhenBack(
    () => actOnMyCase(shown.id, { kind: 'provide', id: id.current, item: one.item, facts: {}, papers: {} }),
    onChanged,
  )
  return (
    <>
      <AddPaper caseId={shown.id} {...(one.item === null ? {} : { item: one.item })} onAdded={() => undefined} />
      <OfflineNote deed={deed} />
      <Failure failed={deed.refused} />
      <button type="button" className="button" disabled={deed.state !== 'idle'} onClick={deed.run}>
        {words.bringDone}
      </button>
    </>
  )
}

/** Papers that must be seen: a photo of each, or a promise where one does. */
function Show({ one, shown, onChanged }: Parameters<typeof Todo>[0]) {
  const { words, say } = useMyCaseWords()
  const id = useRef(newId())
  const [papers, setPapers] = useState<Readonly<Record<string, 'paper' | 'commitment'>>>({})
  const item = shown.items.find((candidate) => candidate.id === one.item)
  const needed = item?.shows.filter((paper) => one.names.includes(paper.id)) ?? []
  const deed = useSendWhenBack(
    () => actOnMyCase(shown.id, { kind: 'provide', id: id.current, item: one.item, facts: {}, papers }),
    onChanged,
  )
  if (item === undefined) return null
  return (
    <>
      {needed.map((paper) => (
        <div key={paper.id} className="stack">
          <p>
            <strong>{say(paper.label)}</strong>
          </p>
          <AddPaper
            caseId={shown.id}
            item={item.id}
            paper={paper.id}
            onAdded={() => setPapers({ ...papers, [paper.id]: 'paper' })}
          />
          {paper.commitment ? (
            <button
              type="button"
              className="choice"
              aria-pressed={papers[paper.id] === 'commitment'}
              onClick={() => {
                const { [paper.id]: given, ...rest } = papers
                setPapers(given === 'commitment' ? rest : { ...rest, [paper.id]: 'commitment' })
              }}
            >
              {words.commit}
              <span className="small quiet block"> {words.committed}</span>
            </button>
          ) : null}
        </div>
      ))}
      <OfflineNote deed={deed} />
      <Failure failed={deed.refused} />
      <button
        type="button"
        className="button"
        disabled={deed.state !== 'idle' || Object.keys(papers).length < needed.length}
        onClick={deed.run}
      >
        {words.bringDone}
      </button>
    </>
  )
}
