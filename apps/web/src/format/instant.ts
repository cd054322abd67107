import type { Language } from '../messages/language.tsx'
import { dayText } from './day.ts'

/** The same instant on the clocks of China: day (ISO) and time (`HH:MM`). */
function inChina(instant: string): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant))
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

/** `2026年3月2日 09:05` or `2 March 2026 09:05`, by the clocks of China. */
export function instantText(instant: string, language: Language): string {
  const { day, time } = inChina(instant)
  return `${dayText(day, language)} ${time}`
}

/** `2026-03-02 09:05` for dense tables. */
export function shortInstant(instant: string): string {
  const { day, time } = inChina(instant)
  return `${day} ${time}`
}

/** The day in China of an instant, ISO. */
export function dayInChina(instant: string): string {
  return inChina(instant).day
}

/** `09:05` alone. */
export function clockText(instant: string): string {
  return inChina(instant).time
}
