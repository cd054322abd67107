import { useId, useState } from 'react'
import { dayText } from '../format/day.ts'
import { useWords } from '../messages/language.tsx'
import { DateField } from '../questions/date-field.tsx'
import { useDayAsked } from './day-asked.ts'

/** For which day the answers hold, and a way to ask about another. */
export function DayLine() {
  const { t, language } = useWords()
  const { on, isToday, setDay } = useDayAsked()
  const [choosing, setChoosing] = useState(false)
  const id = useId()
  return (
    <div className="day-line">
      <span id={id}>{t.place.on(dayText(on, language))}</span>
      <button
        type="button"
        className="quiet-button no-print"
        aria-expanded={choosing}
        onClick={() => setChoosing(!choosing)}
      >
        {t.place.onOther}
      </button>
      {!isToday && (
        <button type="button" className="quiet-button no-print" onClick={() => setDay(null)}>
          {t.place.onToday}
        </button>
      )}
      {choosing && (
        <DateField
          current={on}
          labelledBy={id}
          onChoose={(day) => {
            setDay(day)
            setChoosing(false)
          }}
        />
      )}
    </div>
  )
}
