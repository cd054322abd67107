import type { Answer, Place } from '@junheng/entitlements'
import { CalendarButton } from '../calendar/calendar-button.tsx'
import { dayBefore, dayText } from '../format/day.ts'
import { useWords } from '../messages/language.tsx'
import { ShareButton } from '../share/share-button.tsx'
import type { FactKey } from '../situation/household.ts'
import { ClaimDetails } from './claim-details.tsx'
import { ConditionsList } from './conditions-list.tsx'
import { DateBar } from './date-bar.tsx'
import { findLast, findNext, isService } from './group-answers.ts'
import { nextAmountText } from './next-amount-text.ts'
import { figureNote } from './figure-note.ts'
import { MissingFacts } from './missing-facts.tsx'
import { DoubtMark, SourceNote } from './source-note.tsx'
import './answer-card.css'

export interface AnswerCardProps {
  readonly answer: Answer
  readonly place: Place
  readonly on: string
  /** Named only where several answers are about different people. */
  readonly subject: string | null
  /** What to call a row of a table where there are several; null where there is one. */
  readonly nameRow: (table: string, index: number) => string | null
  readonly onAnswer: (key: FactKey) => void
  /** Shown inside an opened fold: nothing more is folded in it. */
  readonly unfolded?: boolean
}

/** One benefit: the answer first, then why, then what to do. */
export function AnswerCard({ answer, place, on, subject, nameRow, onAnswer, unfolded = false }: AnswerCardProps) {
  const { say, t, language } = useWords()
  const next = answer.status === 'ineligible' ? findNext(answer, on) : undefined
  const last = answer.status === 'ineligible' && next === undefined ? findLast(answer, on) : undefined
  const { from, to } = next ?? answer
  const worked = figureNote(answer, place)
  const needed = [...answer.missing, ...answer.missingSoon]
  const figure = next === undefined ? answer.amountText : nextAmountText(answer, next, place)
  const because = answer.why === null ? null : say(answer.why)
  const why = answer.status === 'incomplete' ? t.card.needs(answer.missing.length) : because
  const id = answerElementId(answer)
  return (
    <article className={`answer-card ${answer.status}`} id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>
          {say(answer.label)}
          {subject !== null && <span className="subject"> {subject}</span>}
        </h3>
        {answer.official !== null && answer.official !== answer.label.zh && (
          <p className="quiet fine" lang="zh-CN">
            {answer.official}
          </p>
        )}
      </header>
      <Figure text={say(figure)} isNumber={(next ?? answer).amount !== null} isService={isService(answer)} />
      {why !== null && <p className="reason">{why}</p>}
      {worked !== null && <p className="small quiet">{say(worked)}</p>}
      <DoubtMark source={answer.source} />
      {(answer.status === 'eligible' || next !== undefined) && <DateBar from={from} to={to} on={on} />}
      {last !== undefined && last.to !== null && (
        <p className="small quiet">{t.card.past(dayText(dayBefore(last.to), language))}</p>
      )}
      {needed.length > 0 && <MissingFacts missing={needed} place={place} nameRow={nameRow} onAnswer={onAnswer} />}
      {unfolded ? (
        <MoreOfAnswer answer={answer} place={place} on={on} />
      ) : (
        <details>
          <summary>{t.card.more}</summary>
          <MoreOfAnswer answer={answer} place={place} on={on} />
        </details>
      )}
    </article>
  )
}

/** The amount, large; that the document states none, in plain words; of a service, nothing. */
function Figure({
  text,
  isNumber,
  isService,
}: {
  readonly text: string
  readonly isNumber: boolean
  readonly isService: boolean
}) {
  if (text === '' || (isService && !isNumber)) return null
  return <p className={isNumber ? (text.length > 14 ? 'figure long' : 'figure') : 'quiet'}>{text}</p>
}

/** How to claim it, each condition, the source, and what to take along. */
function MoreOfAnswer({ answer, place, on }: Pick<AnswerCardProps, 'answer' | 'place' | 'on'>) {
  const { say, t } = useWords()
  return (
    <div className="stack">
      <ClaimDetails answer={answer} withNote={figureNote(answer, place)?.zh !== answer.note?.zh} />
      {answer.conditions.length > 0 && <p className="subhead">{t.card.conditions}</p>}
      <ConditionsList conditions={answer.conditions} clause={answer.source.clause} />
      <p className="subhead">{t.card.source}</p>
      <SourceNote source={answer.source} />
      <p className="row no-print">
        <ShareButton placeId={place.id} benefitId={answer.id} title={say(answer.label)} />
        {answer.status === 'eligible' && <CalendarButton answers={[answer]} on={on} />}
      </p>
    </div>
  )
}

/** Where on the page the answer stands. */
function answerElementId(answer: Answer): string {
  return `answer-${answer.id}${answer.subject.index === null ? '' : `-${answer.subject.index}`}`
}
