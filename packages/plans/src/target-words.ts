/** What a target without a number asks for, in words. */
const states: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  exists: { zh: '要有', en: 'to exist' },
  'stable-low': { zh: '保持低水平', en: 'to stay low' },
  'increase-yearly': { zh: '逐年提高', en: 'to rise each year' },
  'annual-plan': { zh: '完成年度计划', en: 'the plan of the year' },
}

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' }

/** A target's number with its sign (`≥4.5`, `2—3`, `1,200`), or the state it asks for; the unit is not part of it. */
export function targetWords(
  { comparator, value }: { readonly comparator: string; readonly value: number | string | readonly number[] | null },
  language: 'zh' | 'en',
): string {
  if (value === null) return states[comparator]?.[language] ?? comparator.replace(/^=/, '')
  return `${signs[comparator] ?? ''}${amountWords(value)}`
}

/** A number or a range with its thousands apart. */
export function amountWords(value: number | string | readonly number[]): string {
  if (typeof value === 'string') return value
  const one = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return typeof value === 'number' ? one(value) : value.map(one).join('—')
}
