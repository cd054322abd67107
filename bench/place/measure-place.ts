import { entitlements, type Answer, type Benefit, type Place } from '@junheng/entitlements'
import { dayNumberOf } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { compileColumns, shapeOf, type ColumnData, type ColumnProgram, type OutputColumns } from '@junheng/rules'
import { median } from '../measure.ts'
import type { PlaceWithExamples } from './measure-packs.ts'
import { placePopulation, situationAt } from './place-population.ts'
import { placeRules, type PlaceRules } from './place-rules.ts'

export interface PlaceMeasurement {
  readonly place: string
  readonly benefits: number
  readonly households: number
  readonly rows: number
  /** Share of facts that are missing. */
  readonly missing: number
  /** Median CPU time for all households, milliseconds. */
  readonly cpuMs: number
  readonly perCpuSecond: number
}

/** The benefits that pay or free from work; the rest are services and priorities. */
const CASH_AND_LEAVE: ReadonlySet<Benefit['kind']> = new Set(['cash-once', 'cash-periodic', 'leave'])
const ON = dayNumberOf(2026, 3, 1)
const ROUNDS = 7

interface Run {
  readonly rules: PlaceRules
  readonly program: ColumnProgram
  readonly into: OutputColumns
}

/** All cash and leave benefits of a place over so many households, given or not and how much, on one day. */
export function measurePlace(place: Place, options: { households: number; missing: number }): PlaceMeasurement {
  const data = placePopulation(place, { ...options, on: ON })
  const runs = compilePlace(place, data)
  const runAll = () => {
    for (const { program, into } of runs) program.run(data, { into })
  }
  runAll()
  checkSample(place, data, runs)
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    runAll()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  const cpuMs = median(times)
  return {
    place: place.id,
    benefits: runs.reduce((sum, { rules }) => sum + rules.benefits.length, 0),
    households: data.households,
    rows: [...data.tables.values()].reduce((sum, { offsets }) => sum + (offsets.at(-1) ?? 0), 0),
    missing: options.missing,
    cpuMs,
    perCpuSecond: (data.households / cpuMs) * 1000,
  }
}

function compilePlace(place: Place, data: ColumnData): readonly Run[] {
  const codeLists = new Map(place.codeLists.map((list) => [list.name, list]))
  const shape = shapeOf(data)
  return placeRules(place, ON, CASH_AND_LEAVE).map((rules) => {
    const program = compileColumns({ outputs: rules.outputs, scope: { row: rules.row }, shape, codeLists })
    const rows = rules.row === null ? data.households : (data.tables.get(rules.row)?.offsets.at(-1) ?? 0)
    return { rules, program, into: program.allocate(rows) }
  })
}

const SAMPLE = 300

/** The first households must get in columns what the engine of the family's page gives them, or the run fails. */
function checkSample(place: Place, data: ColumnData, runs: readonly Run[]): void {
  for (let household = 0; household < Math.min(SAMPLE, data.households); household++) {
    const situation = situationAt(place, data, household)
    const answers = entitlements({ place, situation, on: ON, calendar: chineseWorkdays })
    for (const run of runs) {
      for (const answer of answers) {
        const index = indexOf(answer, run, data, household)
        if (index === null) continue
        const got = resultAt(run, answer.id, index)
        // Columns judge each benefit alone; what another excludes is taken away afterwards.
        const want = answer.excludedBy === null ? answer.status : 'eligible'
        const amount = want === 'eligible' && answer.excludedBy === null ? (answer.amountFen ?? answer.amount) : null
        const differs = got.status !== want || (amount !== null && got.amount !== amount)
        if (differs) throw new Error(`${place.id} ${answer.id}: ${JSON.stringify({ got, want, amount, situation })}`)
      }
    }
  }
}

function indexOf(answer: Answer, { rules }: Run, data: ColumnData, household: number): number | null {
  if (!rules.benefits.some(({ id }) => id === answer.id)) return null
  if (rules.row === null) return household
  const start = data.tables.get(rules.row)?.offsets[household] ?? 0
  return answer.subject.index === null ? null : start + answer.subject.index
}

function resultAt({ into }: Run, id: string, index: number): { status: Answer['status']; amount: number | null } {
  const given = into.get(id)
  if (given?.nulls?.[index] === 1) return { status: 'incomplete', amount: null }
  const status = given?.values[index] === 1 ? 'eligible' : 'ineligible'
  return { status, amount: into.get(`${id} amount`)?.values[index] ?? null }
}

export interface HouseholdMeasurement {
  readonly place: string
  readonly examples: number
  readonly benefits: number
  /** CPU time for one household: that of the middle one of the worked examples, and of the slowest. */
  readonly cpuMs: number
  readonly slowestCpuMs: number
}

/** Answers and explains all benefits to the households of the place's worked examples, as the server does. */
export function measureHouseholds({ place, examples }: PlaceWithExamples): HouseholdMeasurement {
  const answer = ({ situation, on }: PlaceWithExamples['examples'][number]) =>
    entitlements({ place, situation, on, calendar: chineseWorkdays })
  // Warm, as a server is once it has answered a few hundred families.
  for (let round = 0; round < 10; round++) for (const example of examples) answer(example)
  const times = examples.map((example) => {
    const rounds = Array.from({ length: 9 }, () => {
      const before = process.cpuUsage()
      for (let repeat = 0; repeat < 4; repeat++) answer(example)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000 / 4
    })
    return median(rounds)
  })
  return {
    place: place.id,
    examples: examples.length,
    benefits: place.benefits.length,
    cpuMs: median(times),
    slowestCpuMs: Math.max(...times),
  }
}
