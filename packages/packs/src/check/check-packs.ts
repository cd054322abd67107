import type { Place } from '@junheng/entitlements'
import type { WorkdayCalendar } from '@junheng/kernel'
import { loadPacks } from '../load/load-packs.ts'
import type { Pack } from '../load/pack.ts'
import { isError, sortProblems, type Problem } from '../problem.ts'
import { ProblemSink } from '../resolve/problem-sink.ts'
import { draftPlace } from '../resolve/resolve-place.ts'
import { checkCoverage } from './check-coverage.ts'
import { runCases } from './run-cases.ts'
import { runExamples } from './run-examples.ts'

/** What `junheng check` reports. */
export interface CheckReport {
  readonly problems: readonly Problem[]
  readonly errors: number
  readonly warnings: number
  readonly counts: {
    readonly packs: number
    readonly benefits: number
    readonly clauses: number
    readonly examples: number
    readonly procedures: number
    readonly cases: number
  }
}

/** Everything wrong with the packs, at once: shape, names, types, dates, sources, exceptions, coverage, examples. */
export function checkPacks(
  files: ReadonlyMap<string, string>,
  calendar: WorkdayCalendar,
  /** Worked examples a place with a plan must have. */
  { minimumExamples = 25 }: { readonly minimumExamples?: number } = {},
): CheckReport {
  const { packs, problems: inFolders } = loadPacks(files)
  const found = [...packs.values()].flatMap((pack) => checkPack({ packs, pack, calendar, minimumExamples }))
  const problems = sortProblems([...inFolders, ...found])
  const errors = problems.filter(isError).length
  const total = (itemsOf: (pack: Pack) => readonly unknown[]): number =>
    [...packs.values()].reduce((sum, pack) => sum + itemsOf(pack).length, 0)
  return {
    problems,
    errors,
    warnings: problems.length - errors,
    counts: {
      packs: packs.size,
      benefits: total((pack) => pack.benefits),
      clauses: total((pack) => pack.clauses),
      examples: total((pack) => pack.examples),
      procedures: total((pack) => [...pack.procedures, ...pack.amendments]),
      cases: total((pack) => pack.cases),
    },
  }
}

function checkPack(options: {
  readonly packs: ReadonlyMap<string, Pack>
  readonly pack: Pack
  readonly calendar: WorkdayCalendar
  readonly minimumExamples: number
}): readonly Problem[] {
  const { packs, pack, calendar, minimumExamples } = options
  const { draft, procedures, unresolved, problems } = draftPlace(packs, pack.id)
  const sink = new ProblemSink()
  if (pack.plan !== null && pack.examples.length < minimumExamples) {
    const message = {
      zh: `有方案的地方至少要 ${minimumExamples} 个示例，现有 ${pack.examples.length} 个`,
      en: `a place with a plan needs at least ${minimumExamples} worked examples; it has ${pack.examples.length}`,
    }
    sink.report(pack.manifest, { path: ['plan'], code: 'too-few-examples', message })
  }
  if (draft !== null && !problems.some(isError)) runExamples({ pack, place: draft, calendar, sink })
  if (!problems.some(isError)) runCases({ pack, procedures, calendar, sink })
  if (draft !== null) checkSize({ pack, place: draft, sink })
  if (draft !== null) checkCoverage({ pack, place: draft, procedures, unresolved, sink })
  return [...problems, ...sink.problems]
}

/** Characters of a place as JSON beyond which a phone with a poor signal waits too long. */
const largestPlace = 1_500_000

function checkSize(options: { readonly pack: Pack; readonly place: Place; readonly sink: ProblemSink }): void {
  const { pack, place, sink } = options
  const size = JSON.stringify(place).length
  if (size <= largestPlace) return
  const message = {
    zh: `这个地方共 ${size} 个字符，超过 ${largestPlace}，手机下载太慢`,
    en: `the place is ${size} characters long, more than ${largestPlace}: too slow to load on a phone`,
  }
  sink.report(pack.manifest, { path: ['id'], code: 'place-too-large', severity: 'warning', message })
}
