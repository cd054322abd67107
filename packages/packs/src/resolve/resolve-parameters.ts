import { parseDayNumber, parseRate, parseYuan } from '@junheng/kernel'
import { findRegion } from '@junheng/kernel/regions'
import type { Parameter, ParameterValue } from '@junheng/entitlements'
import type { ParameterFormat } from '../format/parameter-format.ts'
import type { Item } from '../load/pack.ts'
import { didYouMean, type ProblemSink } from './problem-sink.ts'
import { readType, type DeclaredType } from './read-type.ts'
import type { SourceCheck } from './source-check.ts'
import type { Vocabulary } from './vocabulary.ts'

type Scalar = Pick<ParameterValue, 'value' | 'exact'>

/** The dated parameters of a place: values in order, without gap or overlap, each of its declared type. */
export function resolveParameters(options: {
  readonly vocabulary: Vocabulary
  readonly sources: SourceCheck
  readonly sink: ProblemSink
}): readonly Parameter[] {
  const { vocabulary, sources, sink } = options
  return [...vocabulary.parameters.values()].map((item) => {
    const { data } = item
    const type = readType(data.type)
    checkDates(item, sink)
    const values = data.values.flatMap((value, index): readonly ParameterValue[] => {
      sources.check(item, ['values', index, 'source'], value.source)
      const written = item.file.scalar([...item.path, 'values', index, 'value']) ?? String(value.value)
      const read = readValue({ written, type, vocabulary })
      if (read === null) {
        reportValue({ item, index, written, type, vocabulary, sink })
        return []
      }
      const to = value.to ?? data.values[index + 1]?.from ?? null
      const { from, source, confidence = 'confirmed' } = value
      return [{ from, to, ...read, source, confidence }]
    })
    return { id: data.id, label: data.label, type, unit: data.unit, values }
  })
}

function readValue(options: {
  readonly written: string
  readonly type: DeclaredType
  readonly vocabulary: Vocabulary
}): Scalar | null {
  const { written, type, vocabulary } = options
  const of = (value: boolean | number | string | undefined): Scalar | null => (value === undefined ? null : { value })
  switch (type.kind) {
    case 'boolean':
      return of(written === 'true' ? true : written === 'false' ? false : undefined)
    case 'money':
      return of(notNegative(parseYuan(written)))
    case 'number': {
      const rate = parseRate(written)
      if (rate === undefined) return null
      const value = rate.numerator / rate.denominator
      return rate.denominator === 1 ? { value } : { value, exact: [rate.numerator, rate.denominator] }
    }
    case 'date':
      return of(parseDayNumber(written))
    case 'region':
      return of(/^\d{1,6}$/.test(written) && findRegion(written) !== undefined ? Number(written) : undefined)
    case 'code':
    default:
      return of(codesOf(type.list, vocabulary).includes(written) ? written : undefined)
  }
}

/** No place pays less than nothing: a minus sign is a slip of the pen. */
function notNegative(fen: number | undefined): number | undefined {
  return fen === undefined || fen < 0 ? undefined : fen
}

function codesOf(list: string, vocabulary: Vocabulary): readonly string[] {
  return vocabulary.dictionary.codeLists.get(list)?.codes.map(({ code }) => code) ?? []
}

const shapes: Readonly<Record<DeclaredType['kind'], { readonly zh: string; readonly en: string }>> = {
  boolean: { zh: 'true 或 false', en: 'true or false' },
  money: {
    zh: '金额（元，不小于 0，最多两位小数）',
    en: 'an amount in yuan, not below zero, with at most two decimals',
  },
  number: { zh: '数（小数请加引号，如 "0.8"）', en: 'a number such as 3 or "0.8"' },
  date: { zh: '真实的日期', en: 'a real calendar day' },
  region: { zh: '行政区划代码', en: 'a region code' },
  code: { zh: '代码表里的代码', en: 'a code of its list' },
}

function reportValue(options: {
  readonly item: Item<ParameterFormat>
  readonly index: number
  readonly written: string
  readonly type: DeclaredType
  readonly vocabulary: Vocabulary
  readonly sink: ProblemSink
}): void {
  const { item, index, written, type, vocabulary, sink } = options
  const shape = shapes[type.kind]
  const hint = type.kind === 'code' ? didYouMean(written, codesOf(type.list, vocabulary)) : { zh: '', en: '' }
  sink.report(item, {
    path: ['values', index, 'value'],
    code: 'wrong-value',
    message: { zh: `“${written}”不是${shape.zh}${hint.zh}`, en: `"${written}" is not ${shape.en}${hint.en}` },
  })
}

function checkDates(item: Item<ParameterFormat>, sink: ProblemSink): void {
  const { values } = item.data
  for (const [index, value] of values.entries()) {
    if (value.to !== null && value.to <= value.from) {
      const message = { zh: `to（${value.to}）不晚于 from`, en: `to (${value.to}) is not after from` }
      sink.report(item, { path: ['values', index, 'to'], code: 'empty-range', message })
    }
    const next = values[index + 1]
    if (next === undefined) continue
    const path = ['values', index + 1, 'from']
    if (next.from === value.from) {
      const message = { zh: `${next.from} 这一天有两个值`, en: `two values begin on ${next.from}` }
      sink.report(item, { path, code: 'duplicate-date', message })
    } else if (next.from < value.from) {
      const message = {
        zh: `值要按日期先后排：${next.from} 早于 ${value.from}`,
        en: `values stand in order of date: ${next.from} is before ${value.from}`,
      }
      sink.report(item, { path, code: 'date-order', message })
    } else if (value.to !== null && value.to < next.from) {
      const message = {
        zh: `${value.to} 到 ${next.from} 之间没有值`,
        en: `there is no value from ${value.to} to ${next.from}`,
      }
      sink.report(item, { path, code: 'date-gap', message })
    } else if (value.to !== null && value.to > next.from) {
      const message = {
        zh: `${next.from} 到 ${value.to} 之间有两个值`,
        en: `there are two values from ${next.from} to ${value.to}`,
      }
      sink.report(item, { path, code: 'date-overlap', message })
    }
  }
}
