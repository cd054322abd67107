import { parseDay } from '@junheng/kernel'
import { useSearchParams } from 'wouter'
import { todayHere } from '../format/day.ts'

/** The day the page answers for: today, or the one in the address (`?on=2024-03-01`). */
export function useDayAsked() {
  const [search, setSearch] = useSearchParams()
  const asked = parseDay(search.get('on') ?? '')
  const today = todayHere()
  return {
    on: asked ?? today,
    isToday: asked === undefined || asked === today,
    setDay: (day: string | null) =>
      setSearch((before) => {
        const next = new URLSearchParams(before)
        if (day === null) next.delete('on')
        else next.set('on', day)
        return next
      }),
  }
}
