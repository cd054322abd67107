import { useState } from 'react'
import type { Answer } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import { calendarDays } from './calendar-days.ts'
import { calendarFile } from './calendar-file.ts'

/** Saves the days of these answers as a calendar file; nothing is shown where there is no day to come. */
export function CalendarButton({
  answers,
  on,
  label,
}: {
  readonly answers: readonly Answer[]
  readonly on: string
  readonly label?: string
}) {
  const words = useWords()
  const [saved, setSaved] = useState(false)
  const days = calendarDays(answers, { on, words })
  if (days.length === 0) return null
  const save = () => {
    const blob = new Blob([calendarFile(days, { stamp: on })], { type: 'text/calendar;charset=utf-8' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = words.t.calendar.file
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    setSaved(true)
  }
  return (
    <>
      <button type="button" className="quiet-button start" onClick={save}>
        {label ?? words.t.card.addToCalendar}
      </button>
      <span role="status" className="small quiet">
        {saved && words.t.calendar.saved}
      </span>
    </>
  )
}
