import { parametersOf } from '@junheng/rules'
import type { BrokenNames } from '../load/broken-names.ts'
import type { Resolved } from './apply-replacements.ts'
import type { Vocabulary } from './vocabulary.ts'
import { didYouMean, type ProblemSink } from './problem-sink.ts'

/** An exclusion names another benefit of the same place. */
export function checkExclusions(options: {
  readonly resolved: readonly Resolved[]
  readonly known: ReadonlySet<string>
  readonly broken: BrokenNames
  readonly sink: ProblemSink
}): void {
  const { resolved, known, broken, sink } = options
  for (const { benefit, item } of resolved) {
    for (const [index, id] of benefit.excludes.entries()) {
      const path = ['excludes', index]
      if (id === benefit.id) {
        const message = { zh: '不能排除自己', en: 'a benefit cannot exclude itself' }
        sink.report(item, { path, code: 'self-exclusion', message })
      } else if (!known.has(id) && !broken.has(id)) {
        const hint = didYouMean(id, known)
        const message = { zh: `没有“${id}”这项福利${hint.zh}`, en: `there is no benefit "${id}"${hint.en}` }
        sink.report(item, { path, code: 'unknown-benefit', message })
      }
    }
  }
}

/** While a benefit is in force, every parameter it reads must have a value; else it could never answer. */
export function checkParameterDates(options: {
  readonly resolved: readonly Resolved[]
  readonly parameters: Vocabulary['parameters']
  readonly sink: ProblemSink
}): void {
  const { resolved, parameters, sink } = options
  for (const { benefit, item } of resolved) {
    const { amount, conditions, from, to, inForce } = benefit
    const expressions = [amount?.value, amount?.to?.value, from, to, ...conditions.map(({ when }) => when)]
    const names = new Set(
      expressions.flatMap((expr) => (expr === null || expr === undefined ? [] : [...parametersOf(expr)])),
    )
    for (const name of names) {
      const values = parameters.get(name)?.data.values ?? []
      const [first, last] = [values[0], values.at(-1)]
      if (first === undefined || last === undefined) continue
      const early = inForce.from !== null && inForce.from < first.from
      const late = last.to !== null && (inForce.to === null || last.to < inForce.to)
      if (!early && !late) continue
      const message = early
        ? {
            zh: `这项福利从 ${inForce.from} 起有效，参数“${name}”却从 ${first.from} 才有值`,
            en: `the benefit holds from ${inForce.from} but the parameter "${name}" has a value only from ${first.from}`,
          }
        : {
            zh: `参数“${name}”只到 ${last.to ?? ''} 有值，这项福利还有效`,
            en: `the parameter "${name}" has a value only until ${last.to ?? ''} while the benefit goes on`,
          }
      sink.report(item, { path: ['inForce'], code: 'parameter-gap', message })
    }
  }
}
