import { getDay, toDayNumber } from '@junheng/kernel'
import { todayHere } from '../format/day.ts'
import { useCaseDeskWords } from './words/use-case-desk-words.ts'

/** A legal day as the desk sees it: the only thing on a page that has a colour. */
export function Due({ day, paused = false }: { readonly day: string | null; readonly paused?: boolean }) {
  const { words } = useCaseDeskWords()
  if (day === null) return <span className="quiet">{paused ? words.clockState['paused'] : words.noDue}</span>
  const left = toDayNumber(getDay(day)) - toDayNumber(todayHere())
  return (
    <span className={left < 0 ? 'late-text' : left <= 3 ? 'waiting-text' : ''}>
      {left < 0 ? words.late(-left) : left === 0 ? words.today : words.inDays(left)}{' '}
      <span className="quiet fine">{day}</span>
    </span>
  )
}
