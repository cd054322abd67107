import type { FactInfo, Place } from '@junheng/entitlements'
import { useEffect, useRef } from 'react'
import { useWords } from '../messages/language.tsx'
import type { FactKey, FactValue, Household } from '../situation/household.ts'
import { findValue, keyText } from '../situation/household.ts'
import { rowLabel } from '../situation/row-label.ts'
import { FactField } from './fact-field.tsx'
import './question-panel.css'

export interface QuestionPanelProps {
  readonly place: Place
  readonly household: Household
  readonly asked: FactKey
  readonly info: FactInfo
  /** Questions left, this one included; null while an earlier answer is being changed. */
  readonly left: number | null
  readonly canGoBack: boolean
  /** True once the family has answered or skipped one here: only then may the focus move. */
  readonly moveFocus: boolean
  readonly onAnswer: (value: FactValue) => void
  readonly onSkip: () => void
  readonly onBack: () => void
}

/** One question at a time. */
export function QuestionPanel(props: QuestionPanelProps) {
  const { place, household, asked, info, left, canGoBack, moveFocus, onAnswer, onSkip, onBack } = props
  const { t, say, language } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const key = keyText(asked)
  useEffect(() => {
    if (moveFocus) heading.current?.focus({ preventScroll: false })
  }, [key, moveFocus])
  const rows = info.table === null ? 0 : (household.rows[info.table]?.length ?? 0)
  const about =
    info.table !== null && asked.index !== null && rows > 1
      ? t.question.forChild(rowLabel(household, { table: info.table, index: asked.index, language }))
      : null
  return (
    <section className="card question" aria-labelledby="question-title">
      <p className="question-progress small">
        {left === null ? t.mine.editOf(say(info.label)) : left === 1 ? t.question.leftLast : t.question.left(left)}
      </p>
      {about !== null && <p className="small quiet">{about}</p>}
      <h2 id="question-title" ref={heading} tabIndex={-1}>
        {say(info.question ?? info.label)}
      </h2>
      {info.help !== null && <p className="small quiet">{say(info.help)}</p>}
      <FactField
        key={key}
        info={info}
        place={place}
        current={findValue(household, info.table, asked)}
        usedRegions={usedRegions(place, household)}
        labelledBy="question-title"
        onChoose={onAnswer}
      />
      <div className="question-foot">
        <button type="button" className="quiet-button start" onClick={onSkip}>
          {t.question.skip}
        </button>
        {(canGoBack || left === null) && (
          <button type="button" className="quiet-button" onClick={onBack}>
            {left === null ? t.question.cancelEdit : t.question.back}
          </button>
        )}
      </div>
      {left !== null && left > 1 && <p className="small quiet">{t.question.anyTime}</p>}
    </section>
  )
}

function usedRegions(place: Place, household: Household): readonly number[] {
  const names = new Set(place.facts.filter((fact) => fact.type.kind === 'region').map((fact) => fact.name))
  return [household.facts, ...Object.values(household.rows).flat()].flatMap((record) =>
    Object.entries(record).flatMap(([name, value]) => (names.has(name) && typeof value === 'number' ? [value] : [])),
  )
}
