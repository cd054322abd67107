/** One all-day entry of a calendar. */
export interface CalendarDay {
  /** Stable, so that a second file changes entries instead of doubling them. */
  readonly id: string
  /** ISO day. */
  readonly day: string
  readonly title: string
  readonly details: string
}

/**
 * An iCalendar file (RFC 5545) of all-day entries with a reminder a week before. Own, because it is this page:
 * the known writers bring a schema validator of forty kilobytes. Lines end in CRLF and are folded at 75 octets
 * without cutting a character; text is escaped.
 */
export function calendarFile(days: readonly CalendarDay[], { stamp }: { readonly stamp: string }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Junheng//Entitlements//ZH',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((one) => [
      'BEGIN:VEVENT',
      `UID:${one.id}@junheng`,
      `DTSTAMP:${compact(stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(one.day)}`,
      `SUMMARY:${escapeText(one.title)}`,
      `DESCRIPTION:${escapeText(one.details)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P7D',
      `DESCRIPTION:${escapeText(one.title)}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/gu, '\\n')
}

const lineOctets = 75

/** Folds at 75 octets of UTF-8; a continued line begins with one space, which counts. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  const folded: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > lineOctets) {
      folded.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...folded, current].join('\r\n')
}
