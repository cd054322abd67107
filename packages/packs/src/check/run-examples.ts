import { entitlements, readSituation, type Answer, type Place } from '@junheng/entitlements'
import { isDomainError, parseDayNumber, type WorkdayCalendar } from '@junheng/kernel'
import type { ExampleFormat, ExpectationFormat } from '../format/example-format.ts'
import type { Item, Pack } from '../load/pack.ts'
import { didYouMean, type ProblemSink } from '../resolve/problem-sink.ts'
import { compareExpectation } from './compare-expectation.ts'
import { onlyRelated } from './related-benefits.ts'

/** Runs the worked examples of a pack through the place it makes; each difference is a problem at its own line. */
export function runExamples(options: {
  readonly pack: Pack
  readonly place: Place
  readonly calendar: WorkdayCalendar
  readonly sink: ProblemSink
}): void {
  for (const item of options.pack.examples) runExample({ ...options, item })
}

interface ExampleRun {
  readonly item: Item<ExampleFormat>
  readonly place: Place
  readonly calendar: WorkdayCalendar
  readonly sink: ProblemSink
}

function runExample({ item, place, calendar, sink }: ExampleRun): void {
  const { data } = item
  const on = parseDayNumber(data.on)
  if (on === undefined) return
  const read = readSituation(place, data.situation)
  if (!read.ok) {
    for (const { path, message } of read.problems) {
      sink.report(item, { path: ['situation', ...stepsOf(path)], code: 'example-situation', message })
    }
    return
  }
  let answers: readonly Answer[]
  try {
    const named = onlyRelated(place, new Set(Object.keys(data.expect)))
    answers = entitlements({ place: named, situation: read.situation, on, calendar })
  } catch (error) {
    if (!isDomainError(error)) throw error
    sink.report(item, { path: ['name'], code: error.code, message: error.text })
    return
  }
  const ids = new Set(place.benefits.map(({ id }) => id))
  for (const [id, expected] of Object.entries(data.expect)) {
    if (!ids.has(id)) {
      const hint = didYouMean(id, ids)
      const message = { zh: `没有“${id}”这项福利${hint.zh}`, en: `there is no benefit "${id}"${hint.en}` }
      sink.report(item, { path: ['expect', id], part: 'key', code: 'unknown-benefit', message })
      continue
    }
    const own = answers.filter((answer) => answer.id === id)
    const list = Array.isArray(expected) ? expected : [expected]
    for (const [index, expectation] of list.entries()) {
      const path = Array.isArray(expected) ? ['expect', id, index] : ['expect', id]
      compareOne({ item, path, own, expectation, sink })
    }
  }
}

function compareOne(options: {
  readonly item: Item<ExampleFormat>
  readonly path: readonly (string | number)[]
  readonly own: readonly Answer[]
  readonly expectation: ExpectationFormat
  readonly sink: ProblemSink
}): void {
  const { item, path, own, expectation, sink } = options
  const row = expectation.child ?? expectation.member ?? null
  const answer = own.find(({ subject }) => row === null || subject.index === row) ?? null
  const { name } = item.data
  if (answer === null) {
    const message = {
      zh: `示例“${name}”：${row === null ? '没有' : `第 ${row} 行没有`}这项福利的答案`,
      en: `example "${name}": there is no answer for this benefit${row === null ? '' : ` in row ${row}`}`,
    }
    sink.report(item, { path, part: 'key', code: 'example-differs', message })
    return
  }
  for (const { field, expected, found } of compareExpectation(expectation, answer)) {
    const because = field === 'status' ? answer.reason : { zh: '', en: '' }
    const message = {
      zh: `示例“${name}”：${field} 应为 ${expected}，得到 ${found}${because.zh === '' ? '' : `（${because.zh}）`}`,
      en: `example "${name}": ${field} should be ${expected} but is ${found}${because.en === '' ? '' : ` (${because.en})`}`,
    }
    sink.report(item, { path: [...path, field], code: 'example-differs', message })
  }
}

/** `children[0].nursery.filed` as steps into the YAML. */
function stepsOf(path: string): readonly (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}
