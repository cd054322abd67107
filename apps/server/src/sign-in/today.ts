import { getDay, type Day } from '@junheng/kernel'

/** The day in China at an instant. */
export function todayIn(now: Temporal.Instant): Day {
  return getDay(now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString())
}
