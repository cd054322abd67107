import { dayText } from '../../format/day.ts'
import type { CaseItem, CaseShown } from '../../cases/case-types.ts'
import { citedText } from '../../cases/cited.ts'
import { valueText } from '../../cases/value-text.ts'
import { untilText } from '../days-left.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'

const marks: Readonly<Record<string, string>> = { done: '✓', refused: '✕', stopped: '–', blocked: '✕', asked: '!' }

/** One thing of a case: how far it is, who has it, until when, by which rule. */
export function Item({
  item,
  shown,
  onObject,
}: {
  readonly item: CaseItem
  readonly shown: CaseShown
  /** Opens the form below with this item in it; null: it takes no objection now. */
  readonly onObject: (() => void) | null
}) {
  const { words, say, language } = useMyCaseWords()
  const { status, answer, clocks, source, confidence, note, needs, produces } = item
  const waiting = shown.waiting.find((one) => one.item === item.id && one.who !== 'family')
  const unitClock = clocks.find(({ binds, endedOn }) => binds === 'unit' && endedOn === null)
  const due = unitClock?.due ?? null
  const silent =
    status === 'working' &&
    item.deliveries.some(({ state, attempts }) => state === 'dead' || (state === 'waiting' && attempts > 0))
  const values = produces.flatMap(({ name, label, type, value }) =>
    value === null ? [] : [{ name, label, type, value }],
  )
  return (
    <li className={`case-item ${status}`}>
      <p className="case-item-head">
        <span className="mark" aria-hidden="true">
          {marks[status] ?? '·'}
        </span>
        <strong>{say(item.label)}</strong>
        <span className="small state">{words.item[status] ?? say(item.statusWords)}</span>
      </p>
      <div className="small case-item-body">
        {answer?.result === 'done' ? <p className="quiet">{words.doneOn(dayText(answer.on, language))}</p> : null}
        {answer?.result === 'refused' ? (
          <Refusal item={item} shown={shown} on={answer.on} said={answer.words} onObject={onObject} />
        ) : null}
        {status === 'blocked' ? <p>{words.blockedBy}</p> : null}
        {status === 'waiting' && needs.length > 0 ? (
          <p className="quiet">
            {words.waitsFor(
              openNeeds(item, shown)
                .map((need) => say(need))
                .join(language === 'zh' ? '、' : ', '),
            )}
          </p>
        ) : null}
        {waiting === undefined || answer !== null ? null : (
          <p>
            {words.who(say(item.office ?? item.unitLabel))}
            {language === 'zh' ? '，' : '; '}
            {due === null ? words.noUntil : untilText(due, { words, language })}
          </p>
        )}
        {unitClock?.late === true ? <p className="waiting-note">{words.lateUnit}</p> : null}
        {unitClock?.state === 'paused' ? <p className="waiting-note">{words.paused}</p> : null}
        {silent ? <p className="waiting-note">{words.silent}</p> : null}
        {values.map(({ name, label, type, value }) => (
          <p key={name}>
            <span className="quiet">{say(label)}</span>{' '}
            <span lang="zh-CN">{valueText({ type }, value, { say, language, words })}</span>
          </p>
        ))}
        <details className="fine">
          <summary>
            <span>
              {words.law} <cite lang="zh-CN">{citedText(source)}</cite>
            </span>
          </summary>
          {confidence === null ? null : <p>{words.notConfirmed(say(confidence))}</p>}
          {clocks.length === 0 ? <p>{words.noClock}</p> : null}
          {clocks.map((clock) => (
            <p key={clock.clock}>
              {words.clock(say(clock.label), clock.words === null ? '' : say(clock.words))}
              {clock.due === null ? '' : ` · ${words.clockDue(dayText(clock.due, language))}`}
              {clock.due === null && clock.notBefore !== null
                ? ` · ${words.clockNotBefore(dayText(clock.notBefore, language))}`
                : ''}
              {clock.uncertain === null ? '' : ` · ${say(clock.uncertain)}`}
              {clock.binds === 'family' ? ` · ${words.familyClock}` : ''}
              {citedText(clock.source) === citedText(source) ? null : (
                <>
                  {' · '}
                  <cite lang="zh-CN">{citedText(clock.source)}</cite>
                </>
              )}
            </p>
          ))}
          {note === null ? null : <p>{say(note)}</p>}
        </details>
      </div>
    </li>
  )
}

/** Of what an item needs, what is not there yet; all of it where names do not match items. */
function openNeeds({ needs }: CaseItem, { items }: CaseShown): CaseItem['needs'] {
  const settled = new Set(
    items.filter(({ status }) => status === 'done' || status === 'not-needed').map(({ label }) => label.zh),
  )
  const open = needs.filter(({ zh }) => !settled.has(zh))
  return open.length === 0 ? needs : open
}

/** Bad news in full: the reason, where the law says so, the officer's own words, and what can be done about it. */
function Refusal({
  item,
  shown: { objecting },
  on,
  said,
  onObject,
}: {
  readonly item: CaseItem
  readonly shown: CaseShown
  readonly on: string
  readonly said: string | null
  readonly onObject: (() => void) | null
}) {
  const { words, say, language } = useMyCaseWords()
  const ground = item.refusals.find(({ id }) => id === item.answer?.ground)
  return (
    <div className="refusal">
      <p>
        <strong>{words.refusedOn(dayText(on, language), ground === undefined ? '' : say(ground.label))}</strong>
      </p>
      {said === null ? null : <p lang="zh-CN">{said}</p>}
      <p className="quiet">
        {words.law} <cite lang="zh-CN">{item.answer?.clause ?? citedText(ground?.source ?? item.source)}</cite>
      </p>
      {objecting === null || onObject === null ? null : (
        <>
          <p>
            {words.howToObject(say(objecting.byLabel))}{' '}
            {objecting.within === null ? words.objectAnyTime : words.objectWithin(say(objecting.within))}{' '}
            {objecting.decided === null ? '' : words.objectDecided(say(objecting.decided))}
          </p>
          <button type="button" className="choice" onClick={onObject}>
            {words.objectTo(say(item.label))}
          </button>
        </>
      )}
    </div>
  )
}
