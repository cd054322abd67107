import { processOrder, type Process } from './process.ts'
import { mix, normals, streamKey } from './random.ts'
import { flatten, indicatorIds, leastCell, leastTfr, type FlatPlan, type TrajectoryPlan } from './trajectory-plan.ts'

/**
 * Every trajectory's indicators: value of trajectory j, indicator i, year t at [(t·indicators + i)·trajectories + j].
 * Indicators in the order of `indicatorIds`; stocks stand at the year's end.
 */
export type TrajectoryValues = Float32Array

/** Runs the trajectories in plain double precision; the readable definition of what the WebAssembly path does. */
export function runPlain(plan: TrajectoryPlan): TrajectoryValues {
  const flat = flatten(plan)
  const indicators = indicatorIds(plan).length
  const output = new Float32Array(flat.years * indicators * plan.trajectories)
  const ownKey = streamKey(plan.seed, plan.stream)
  const commonKey = streamKey(plan.seed, 0)
  const row = new Float64Array(indicators)
  for (let trajectory = 0; trajectory < plan.trajectories; trajectory++) {
    const keys = { own: mix(ownKey ^ trajectory), common: mix(commonKey ^ trajectory) }
    const values = new Float64Array(4)
    const state = flat.start.slice()
    advance(plan, { keys, values, year: 0 })
    for (let year = 0; year < flat.years; year++) {
      advance(plan, { keys, values, year: year + 1 })
      row.fill(0)
      step(flat, { state, values, year, row })
      for (let at = 0; at < indicators; at++) {
        output[(year * indicators + at) * plan.trajectories + trajectory] = row[at] ?? 0
      }
    }
  }
  return output
}

/** Moves the four processes to a year; year 0 draws what is not known of the present. */
function advance(
  { uncertainty }: TrajectoryPlan,
  {
    keys,
    values,
    year,
  }: {
    readonly keys: { readonly own: number; readonly common: number }
    readonly values: Float64Array
    readonly year: number
  },
): void {
  const step = Math.imul(year, 0x9e3779b9)
  const draws = (key: number): readonly number[] => {
    const first = mix(key ^ step)
    const second = mix((first + 0x3c6ef372) | 0)
    return [first, first >>> 12, second, second >>> 12].map((bits) => normals[bits & 4095] ?? 0)
  }
  const [own, common] = [draws(keys.own), draws(keys.common)]
  processOrder.forEach((name, at) => {
    const process: Process = uncertainty[name]
    const z = Math.sqrt(process.common) * (common[at] ?? 0) + Math.sqrt(1 - process.common) * (own[at] ?? 0)
    const moved = year === 0 ? process.initial * z : process.persistence * (values[at] ?? 0) + process.shock * z
    values[at] = Math.max(-process.limit, Math.min(process.limit, moved))
  })
}

/** One year of one trajectory; `row` gathers the indicators. The algebra of projectYear with migration at the end. */
function step(
  flat: FlatPlan,
  {
    state,
    values,
    year,
    row,
  }: {
    readonly state: Float64Array
    readonly values: Float64Array
    readonly year: number
    readonly row: Float64Array
  },
): void {
  const { survival, survivalSlope, survivalCurve, migration, migrationScale, fertility, runs, openAge } = flat
  const ages = openAge + 1
  const tfrShift = values[0] ?? 0
  const k = values[1] ?? 0
  const srbShift = values[2] ?? 0
  const moves = values[3] ?? 0
  const bearing = year * ages
  let births = 0
  let deaths = 0
  // Women first: the births of both sexes come from them.
  for (let sex = 1; sex >= 0; sex--) {
    const offset = sex * ages
    const table = (year * 2 + sex) * ages
    let younger = state[offset] ?? 0
    for (const [from, to, indicator, bears] of runs) {
      const fertile = sex === 1 && bears === 1
      let sum = 0
      for (let age = from; age < to; age++) {
        const at = table + age
        const own = state[offset + age] ?? 0
        const before = age === openAge ? younger + own : younger
        const share = (survival[at] ?? 0) + k * ((survivalSlope[at] ?? 0) + k * (survivalCurve[at] ?? 0))
        const survivors = before * share
        deaths += before - survivors
        if (fertile) births += (fertility[bearing + age] ?? 0) * (own + survivors)
        const end = Math.max(leastCell, survivors + (migration[at] ?? 0) + moves * (migrationScale[offset + age] ?? 0))
        state[offset + age] = end
        sum += end
        younger = own
      }
      row[indicator] = (row[indicator] ?? 0) + sum
    }
    if (sex === 1) births *= 0.5 * Math.max(leastTfr, (flat.tfr[year] ?? 0) + tfrShift)
    const girls = births / (1 + (flat.srb[year] ?? 0) + srbShift)
    const born = sex === 1 ? girls : births - girls
    const share = (survival[table] ?? 0) + k * ((survivalSlope[table] ?? 0) + k * (survivalCurve[table] ?? 0))
    const infants = born * share
    deaths += born - infants
    const end = Math.max(leastCell, infants + (migration[table] ?? 0) + moves * (migrationScale[offset] ?? 0))
    state[offset] = end
    row[3] = (row[3] ?? 0) + end
  }
  for (let at = 3; at < row.length; at++) row[0] = (row[0] ?? 0) + (row[at] ?? 0)
  row[1] = births
  row[2] = deaths
}
