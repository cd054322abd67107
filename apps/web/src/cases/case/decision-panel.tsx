import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { newId } from '../../api/new-id.ts'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { actOnCase } from '../calls.ts'
import type { CaseActionSent, CaseItem, CaseShown } from '../case-types.ts'
import { citedText } from '../cited.ts'
import { Due } from '../due.tsx'
import { nextInQueue } from '../queue/queue-store.ts'
import { useKeys } from '../use-keys.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'
import { DecisionForm } from './decision-form.tsx'
import { Clauses } from './items-table.tsx'
import { type Mode, modesFor } from './modes.ts'
import { ObjectionForm } from './objection-form.tsx'
import { useModeLabel } from './use-mode-label.ts'

/** What was just done: said, with a way back where there is one and the way to the next case. */
interface Just {
  readonly mode: Mode | 'undo'
  readonly item: string
}

/** Where every decision is made: the item, its clock and clause, and what may be done to it. */
export function DecisionPanel({
  shown,
  item,
  onDone,
}: {
  readonly shown: CaseShown
  readonly item: CaseItem | null
  /** The item that was decided stays; null: whatever is next. */
  readonly onDone: (item: string | null) => void
}) {
  const { words, say } = useCaseDeskWords()
  const [just, setJust] = useState<Just | null>(null)
  return (
    <section className="panel decision" aria-labelledby="decision">
      <h2 id="decision" className="decision-head">
        {words.decision}
        {item === null ? '' : `：${say(item.label)}`}
      </h2>
      {just === null ? null : (
        <JustDone
          shown={shown}
          just={just}
          onUndone={(id) => {
            setJust({ mode: 'undo', item: id })
            onDone(id)
          }}
        />
      )}
      {item === null ? (
        <WholeCase shown={shown} just={just !== null} onDone={() => onDone(null)} />
      ) : (
        <OneItem
          key={`${item.id} ${item.status}`}
          shown={shown}
          item={item}
          onDone={(mode) => {
            setJust({ mode, item: item.id })
            // Settled, the next thing of the case comes; else what came of it stays in sight.
            onDone(mode === 'done' || mode === 'refuse' ? null : item.id)
          }}
        />
      )}
    </section>
  )
}

function JustDone({
  shown,
  just,
  onUndone,
}: {
  readonly shown: CaseShown
  readonly just: Just
  readonly onUndone: (item: string) => void
}) {
  const { words, say } = useCaseDeskWords()
  const labelOf = useModeLabel()
  const id = useRef(newId())
  const link = useRef<HTMLAnchorElement>(null)
  const item = shown.items.find((one) => one.id === just.item)
  const label = item === undefined ? just.item : say(item.label)
  const next = nextInQueue(shown.id)
  const deed = useDeed(
    () => actOnCase(shown.id, { kind: 'reopen', id: id.current, items: [just.item], words: words.undoWords }),
    () => onUndone(just.item),
  )
  // Enter goes on to the next case.
  useEffect(() => link.current?.focus(), [])
  const mayUndo =
    (just.mode === 'done' || just.mode === 'refuse') && item !== undefined && modesFor(shown, item).includes('reopen')
  return (
    <div className="notice done row" role="status">
      <span>{just.mode === 'undo' ? words.undone(label) : words.recorded(labelOf(just.mode), label)}</span>
      <Link ref={link} href={next === null ? '/desk/cases' : `/desk/cases/${next.caseId}`}>
        {next === null ? words.toQueue : words.nextCase(next.left)}
      </Link>
      {mayUndo ? (
        <button type="button" className="link-button" disabled={deed.doing} onClick={deed.run}>
          {words.undo}
        </button>
      ) : null}
      <Failure failed={deed.failed} />
    </div>
  )
}

const letters: Readonly<Record<string, Mode>> = {
  d: 'done',
  m: 'more',
  r: 'refuse',
  h: 'hand-over',
  s: 'substitute',
  o: 'reopen',
}

function OneItem({
  shown,
  item,
  onDone,
}: {
  readonly shown: CaseShown
  readonly item: CaseItem
  readonly onDone: (mode: Mode) => void
}) {
  const { words, say } = useCaseDeskWords()
  const labelOf = useModeLabel()
  const modes = modesFor(shown, item)
  const [picked, setPicked] = useState<Mode | null>(null)
  const mode = picked ?? modes[0] ?? null
  // One id through all tries of one deed.
  const ids = useRef(new Map<string, string>())
  const deed = useDeed(async (kind: Mode, actions: readonly Omit<CaseActionSent, 'id'>[]) => {
    for (const [index, action] of actions.entries()) {
      const key = `${kind} ${index}`
      const id = ids.current.get(key) ?? newId()
      ids.current.set(key, id)
      // In this order: what is shown counts before what is decided.
      // oxlint-disable-next-line no-await-in-loop
      await actOnCase(shown.id, { ...action, id } as CaseActionSent)
    }
    return kind
  }, onDone)
  const group = useRef<HTMLDivElement>(null)
  // Out of the box that is typed in, to where single letters do something.
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') group.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }
  const pick = (wanted: Mode): void => {
    deed.forget()
    ids.current.clear()
    setPicked(wanted)
  }
  useKeys(
    Object.fromEntries(
      Object.entries(letters).flatMap(([letter, wanted]) =>
        modes.includes(wanted) ? [[letter, () => pick(wanted)] as const] : [],
      ),
    ),
  )
  const waiting = shown.waiting.find((one) => one.item === item.id && one.who !== 'family')
  const objection = shown.objections.find((one) => one.item === item.id && one.decision === null)
  const ground = item.refusals.find(({ id }) => id === item.answer?.ground)
  const clause = item.answer?.clause ?? (ground === undefined ? undefined : citedText(ground.source))
  const silent = item.deliveries.some(({ state, attempts }) => state === 'waiting' && attempts > 0)
  return (
    <>
      <div className="row decision-facts">
        <Due day={waiting?.until ?? null} paused={item.status === 'asked'} />
        <span>{say(item.statusWords)}</span>
        <span className="quiet">{say(item.unitLabel)}</span>
        {item.office === null ? null : <span>{words.handedTo(say(item.office))}</span>}
        {item.officer === null ? null : <span className="quiet">{words.inCharge(item.officer)}</span>}
        {item.needs.length === 0 || item.status !== 'waiting' ? null : (
          <span className="quiet">{words.needs(words.list(item.needs.map((need) => say(need))))}</span>
        )}
      </div>
      <p className="fine">
        <Clauses item={item} />
      </p>
      {item.answer === null ? null : (
        <p>
          <strong>
            {item.answer.result === 'done'
              ? words.explained.done(item.answer.on, say(item.unitLabel))
              : words.explained.refused(
                  item.answer.on,
                  say(item.unitLabel),
                  ground === undefined ? '' : say(ground.label),
                )}
          </strong>
          {clause === undefined ? null : (
            <cite className="quiet fine" lang="zh-CN">
              {' '}
              {clause}
            </cite>
          )}
          {item.answer.words === null ? null : <span lang="zh-CN"> {item.answer.words}</span>}
        </p>
      )}
      {item.asked === null ? null : <p lang="zh-CN">{words.asked(item.asked)}</p>}
      {silent ? <p className="notice">{words.silent}</p> : null}
      {item.note === null ? null : <p className="quiet fine">{say(item.note)}</p>}
      {modes.length === 0 && item.answer === null ? (
        <p className="quiet">{words.notYours(say(item.unitLabel))}</p>
      ) : null}
      {modes.length < 2 ? null : (
        <div className="row modes" role="group" aria-label={words.decision} ref={group}>
          {modes.map((one) => (
            <button
              key={one}
              type="button"
              className="choice fit"
              aria-pressed={one === mode}
              aria-keyshortcuts={Object.entries(letters).find(([, of]) => of === one)?.[0]}
              onClick={() => pick(one)}
            >
              {labelOf(one)} <Letter mode={one} />
            </button>
          ))}
        </div>
      )}
      {mode === 'decide-objection' && objection !== undefined ? (
        <ObjectionForm
          objection={objection}
          problem={deed.failed?.problem ?? null}
          doing={deed.doing}
          onSend={(action) => deed.run(mode, [action])}
        />
      ) : null}
      {mode === null || mode === 'decide-objection' ? null : (
        <DecisionForm
          key={mode}
          onKeyDown={leave}
          mode={mode}
          shown={shown}
          item={item}
          problem={deed.failed?.problem ?? null}
          doing={deed.doing}
          onSend={(actions) => deed.run(mode, actions)}
        />
      )}
      {modes.length < 2 ? null : <p className="quiet fine keys">{words.caseKeys}</p>}
      <Failure failed={deed.failed} fields={item.produces.map(({ name }) => name)} />
    </>
  )
}

/** The key of a deed, for the eye: `aria-keyshortcuts` says it to the ear. */
function Letter({ mode }: { readonly mode: Mode }) {
  const letter = Object.entries(letters).find(([, of]) => of === mode)?.[0]
  return letter === undefined ? null : (
    <kbd className="quiet fine" aria-hidden="true">
      {letter}
    </kbd>
  )
}

/** Where no item waits: an objection to the whole case, or nothing. */
function WholeCase({
  shown,
  just,
  onDone,
}: {
  readonly shown: CaseShown
  readonly just: boolean
  readonly onDone: () => void
}) {
  const { words } = useCaseDeskWords()
  const id = useRef(newId())
  const deed = useDeed(
    (action: Omit<CaseActionSent, 'id'>) => actOnCase(shown.id, { ...action, id: id.current } as CaseActionSent),
    onDone,
  )
  const mine = shown.waiting.some(
    ({ what, who, item }) => what === 'decide-objection' && who === shown.viewer && item === null,
  )
  const objection = shown.objections.find(({ item, decision }) => item === null && decision === null)
  if (!mine || objection === undefined) return just ? null : <p className="quiet">{words.nothing}</p>
  return (
    <>
      <ObjectionForm
        objection={objection}
        problem={deed.failed?.problem ?? null}
        doing={deed.doing}
        onSend={(action) => deed.run(action)}
      />
      <Failure failed={deed.failed} />
    </>
  )
}
