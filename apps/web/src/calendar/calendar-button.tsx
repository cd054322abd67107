import type { Answer } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import { calendarDays } from './calendar-days.ts'
import { SaveCalendar } from './save-calendar.tsx'

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
  return <SaveCalendar days={calendarDays(answers, { on, words })} on={on} label={label} />
}
