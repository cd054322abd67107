import { sourceTitle } from '../answers/source-title.ts'
import { type Answer, clauseWords } from '@junheng/entitlements'
import { dayBefore } from '../format/day.ts'
import type { Words } from '../messages/language.tsx'
import type { CalendarDay } from './calendar-file.ts'

/** The days of these answers worth remembering, today or later: when applying opens and closes, when it starts and ends. */
export function calendarDays(
  answers: readonly Answer[],
  { on, words }: { readonly on: string; readonly words: Words },
): readonly CalendarDay[] {
  const { t, say } = words
  const days = answers.flatMap((answer) => {
    const name = say(answer.label)
    const details = [
      say(answer.reason),
      answer.claim === null ? '' : say(answer.claim.how),
      `${sourceTitle(answer.source.title)}${clauseWords(answer.source.clause)}`,
    ]
      .filter((line) => line !== '')
      .join('\n')
    const future = answer.periods.find(
      (period) => period.status === 'eligible' && period.from !== null && period.from > on,
    )
    const entry = (kind: string, day: string | null | undefined, title: string) =>
      day === null || day === undefined || day < on
        ? []
        : [{ id: `${answer.id}-${answer.subject.index ?? 0}-${kind}`, day, title, details }]
    const opens = answer.claim?.opens
    const closes = answer.claim?.closes
    return [
      ...entry('starts', future?.from, t.calendar.starts(name)),
      ...entry('opens', opens, t.calendar.opens(name)),
      ...entry('closes', closes === null || closes === undefined ? null : dayBefore(closes), t.calendar.closes(name)),
      ...entry('last', answer.lastDay, t.calendar.lastDay(name)),
    ]
  })
  return days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
