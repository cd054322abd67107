import type { FactInfo, Place } from '@junheng/entitlements'
import { dayText } from '../format/day.ts'
import type { Words } from '../messages/language.tsx'
import type { RegionTable } from '../questions/region-table.ts'
import type { FactValue } from './household.ts'

/** A kept answer in words. */
export function valueText(
  value: FactValue,
  {
    info,
    place,
    words,
    regions,
  }: { readonly info: FactInfo; readonly place: Place; readonly words: Words; readonly regions: RegionTable | null },
): string {
  const { t, say, language } = words
  switch (info.type.kind) {
    case 'boolean':
      return value === true ? t.question.yes : t.question.no
    case 'date':
      return dayText(String(value), language)
    case 'money':
      return `${Number(value).toLocaleString('en-US')} ${t.question.yuan}`
    case 'region':
      return value === place.region ? say(place.name) : (regions?.pathOf(Number(value)) ?? String(value))
    case 'code': {
      const { list } = info.type
      const code = place.codeLists.find((one) => one.name === list)?.codes.find((one) => one.code === value)
      return code === undefined ? String(value) : say(code.label)
    }
    case 'number':
      return [Number(value).toLocaleString('en-US'), info.unit].filter((part) => part !== null).join(' ')
  }
}
