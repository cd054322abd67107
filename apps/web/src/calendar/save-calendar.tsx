import { useState } from 'react'
import { useWords } from '../messages/language.tsx'
import { type CalendarDay, calendarFile } from './calendar-file.ts'

/** Saves days as a calendar file; nothing is shown where there is none. */
export function SaveCalendar({
  days,
  on,
  label,
}: {
  readonly days: readonly CalendarDay[]
  /** Today, ISO. */
  readonly on: string
  readonly label?: string | undefined
}) {
  const { t } = useWords()
  const [saved, setSaved] = useState(false)
  if (days.length === 0) return null
  const save = () => {
    const blob = new Blob([calendarFile(days, { stamp: on })], { type: 'text/calendar;charset=utf-8' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = t.calendar.file
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    setSaved(true)
  }
  return (
    <>
      <button type="button" className="quiet-button start" onClick={save}>
        {label ?? t.card.addToCalendar}
      </button>
      <span role="status" className="small quiet">
        {saved && t.calendar.saved}
      </span>
    </>
  )
}
