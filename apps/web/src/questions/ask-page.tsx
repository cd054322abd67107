import { useMemo } from 'react'
import type { Answer, Place } from '@junheng/entitlements'
import { AnswersList } from '../answers/answers-list.tsx'
import { LiveSummary } from '../answers/live-summary.tsx'
import { CalendarButton } from '../calendar/calendar-button.tsx'
import { PrintButton } from '../design/print-button.tsx'
import { useWords } from '../messages/language.tsx'
import { useDayAsked } from '../places/day-asked.ts'
import { DayLine } from '../places/day-line.tsx'
import { ShareButton } from '../share/share-button.tsx'
import { evaluateHousehold } from '../situation/evaluate.ts'
import { type FactKey, isEmpty } from '../situation/household.ts'
import { rowLabel } from '../situation/row-label.ts'
import { useHousehold } from '../situation/store.ts'
import { DonePanel } from './done-panel.tsx'
import { MyAnswers } from './my-answers.tsx'
import { Opening } from './opening.tsx'
import { QuestionPanel } from './question-panel.tsx'
import { Topics } from './topics.tsx'
import { useAsking } from './use-asking.ts'

/** 我能享受什么: one question at a time, the answers growing beneath. */
export function AskPage({ place }: { readonly place: Place }) {
  const { t, say, language } = useWords()
  const { household, setHousehold, clear, isKept } = useHousehold()
  const { on } = useDayAsked()
  const evaluation = useMemo(() => evaluateHousehold(place, household, on), [place, household, on])
  const { grouped } = evaluation
  const asking = useAsking({ place, household, evaluation, setHousehold })
  const ask = (key: FactKey) => {
    asking.ask(key)
    document.getElementById('question-title')?.scrollIntoView({ block: 'center' })
  }
  const nameRow = (table: string, index: number) =>
    (household.rows[table]?.length ?? 0) < 2 ? null : rowLabel(household, { table, index, language })
  const subjectOf = ({ subject }: Answer) => {
    const table = place.tables.find((one) => one.row === subject.type)?.name
    return subject.index === null || table === undefined ? null : nameRow(table, subject.index)
  }
  if (isEmpty(household)) {
    return (
      <div className="place-page">
        <div className="ask-column">
          <Opening hasProviders={place.facts.some((fact) => fact.topic === 'provider')} onStart={setHousehold} />
        </div>
      </div>
    )
  }
  const clearAll = () => {
    clear()
    asking.forget()
  }
  return (
    <div className="place-page">
      <div className="ask-column no-print">
        {asking.asked !== null && asking.info !== null ? (
          <QuestionPanel
            place={place}
            household={household}
            asked={asking.asked}
            info={asking.info}
            left={asking.isEditing ? null : asking.left}
            canGoBack={asking.canGoBack}
            moveFocus={asking.touched}
            onAnswer={asking.answer}
            onSkip={asking.skip}
            onBack={asking.back}
          />
        ) : (
          <DonePanel skipped={evaluation.skipped.length} onAskSkipped={asking.askSkipped} moveFocus={asking.touched} />
        )}
        <div>
          <MyAnswers
            place={place}
            household={household}
            isKept={isKept}
            onEdit={ask}
            onChange={setHousehold}
            onClear={clearAll}
          />
          <Topics place={place} household={household} onChange={setHousehold} />
        </div>
      </div>
      <div className="results-column">
        <h2>{t.answers.heading}</h2>
        <DayLine />
        <LiveSummary eligible={grouped.groups.eligible} />
        <AnswersList grouped={grouped} place={place} on={on} subjectOf={subjectOf} nameRow={nameRow} onAnswer={ask} />
        <div className="row no-print">
          <PrintButton />
          <ShareButton placeId={place.id} title={t.share.text(say(place.name))} />
          <CalendarButton
            answers={[...grouped.groups.eligible, ...grouped.groups.future]}
            on={on}
            label={t.timeline.calendarAll}
          />
        </div>
      </div>
    </div>
  )
}
