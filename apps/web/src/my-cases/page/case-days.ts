import type { Text } from '@junheng/rules'
import type { CalendarDay } from '../../calendar/calendar-file.ts'
import { citedText } from '../../cases/cited.ts'
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
    item.clocks.flatMap((clock) => {
      const { binds, due, notBefore, endedOn, state, uncertain } = clock
      // Where the holidays of that year are not known yet, the earliest day it can be: nobody is late by our guess.
      const day = due ?? notBefore
      if (binds !== 'family' || day === null || endedOn !== null || state === 'stopped') return []
      return [
        {
          id: `${id}-${item.id}-${clock.clock}`,
          day,
          title: `${say(item.label)}${language === 'zh' ? '：' : ': '}${say(clock.label)}`,
          details: [
            clock.words === null ? '' : say(clock.words),
            words.familyClock,
            uncertain === null ? '' : say(uncertain),
            citedText(clock.source),
          ]
            .filter((line) => line !== '')
            .join('\n'),
        },
      ]
    }),
  )
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
