/** Hours in China at which nobody is sent a message: from 21:00 to 8:00. */
export function isNight(now: Temporal.Instant): boolean {
  const { hour } = now.toZonedDateTimeISO('Asia/Shanghai')
  return hour >= 21 || hour < 8
}
