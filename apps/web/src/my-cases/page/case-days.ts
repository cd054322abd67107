import type { Text } from '@junheng/rules'
import type { CalendarDay } from '../../calendar/calendar-file.ts'
import type { CaseShown } from '../../cases/case-types.ts'
import type { Language } from '../../messages/language.tsx'
import type { MyCaseMessages } from '../words-zh.ts'

/** Days of a case that a family should remember: their own limits that still run, each with its item and its rule. */
export function caseDays(
  { id, items }: Pick<CaseShown, 'id' | 'items'>,
  {
    words,
    say,
    language,
  }: { readonly words: MyCaseMessages; readonly say: (text: Text) => string; readonly language: Language },
): readonly CalendarDay[] {
  const days = items.flatMap((item) =>
    item.clocks
      .filter(
        ({ binds, due, endedOn, state }) =>
          binds === 'family' && due !== null && endedOn === null && state !== 'stopped',
      )
      .map((clock) => ({
        id: `${id}-${item.id}-${clock.clock}`,
        day: clock.due ?? '',
        title: `${say(item.label)}${language === 'zh' ? '：' : ': '}${say(clock.label)}`,
        details: [clock.words === null ? '' : say(clock.words), words.familyClock, item.source.clause]
          .filter((line) => line !== '')
          .join('\n'),
      })),
  )
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
