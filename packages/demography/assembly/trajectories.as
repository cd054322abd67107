// One region's trajectories in single precision, four at a time in the lanes of a v128. AssemblyScript.
// Means the same as src/stochastic/run-plain.ts, which is the readable definition; a test holds the two together.
// Build: node scripts/generate-demography-wasm.mjs (writes src/stochastic/generated/trajectories-wasm.ts).
//
// Cohorts stay where they are in memory and their ages move past them: at the start of year t, age x of a sex stands at
// cell (years - t + x). One cell holds eight trajectories: lanes 0-3 and 4-7, 32 bytes.

/** Where everything stands in memory, in bytes, and the sizes; the same order as planFields in run-wasm.ts. */
@unmanaged
class Plan {
  openAge: i32
  years: i32
  trajectories: i32
  indicators: i32
  /** First and last age that bears. */
  fertileFrom: i32
  fertileTo: i32
  /** Hash keys of the region's own stream and of the stream common to all regions. */
  ownKey: i32
  commonKey: i32
  start: usize
  survival: usize
  survivalSlope: usize
  survivalCurve: usize
  fertility: usize
  tfr: usize
  srb: usize
  migration: usize
  migrationScale: usize
  /** Four processes (TFR, e0, SRB, migration), seven numbers each: see processNumbers in run-wasm.ts. */
  processes: usize
  /** 4,096 standard normal quantiles. */
  normals: usize
  /** Runs of ages with one indicator and one fertility: from, to (exclusive), indicator, bears. */
  runs: usize
  runCount: i32
  state: usize
  output: usize
  leastCell: f32
  leastTfr: f32
}

const CELL: usize = 32

// @ts-ignore: decorator
@inline
function mix(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16))
  x = i32x4.mul(x, i32x4.splat(0x7feb352d))
  x = v128.xor(x, i32x4.shr_u(x, 15))
  x = i32x4.mul(x, i32x4.splat(<i32>0x846ca68b))
  return v128.xor(x, i32x4.shr_u(x, 16))
}

/** Four standard normals: the quantiles numbered by twelve bits of each lane. */
// @ts-ignore: decorator
@inline
function normals(table: usize, index: v128): v128 {
  const at = i32x4.shl(v128.and(index, i32x4.splat(4095)), 2)
  let z = v128.load32_zero(table + i32x4.extract_lane(at, 0))
  z = v128.load_lane<f32>(table + i32x4.extract_lane(at, 1), z, 1)
  z = v128.load_lane<f32>(table + i32x4.extract_lane(at, 2), z, 2)
  return v128.load_lane<f32>(table + i32x4.extract_lane(at, 3), z, 3)
}

/** Next value of a process: persistence * x + common * zc + own * zo, kept within its limit. */
// @ts-ignore: decorator
@inline
function nextValue(process: usize, x: v128, common: v128, own: v128, first: bool): v128 {
  const scaleOffset: usize = first ? 12 : 4
  const shock = f32x4.add(
    f32x4.mul(v128.load32_splat(process + scaleOffset), common),
    f32x4.mul(v128.load32_splat(process + scaleOffset + 4), own),
  )
  const moved = first ? shock : f32x4.add(f32x4.mul(v128.load32_splat(process), x), shock)
  const limit = v128.load32_splat(process, 20)
  return f32x4.max(f32x4.neg(limit), f32x4.min(limit, moved))
}


/** Moves four trajectories' processes to a year; year 0 is the uncertainty already there at the start. */
// @ts-ignore: decorator
@inline
function advance(plan: Plan, ownKeys: v128, commonKeys: v128, year: i32, values: usize): void {
  const step = i32x4.splat(year * <i32>0x9e3779b9)
  const own = mix(v128.xor(ownKeys, step))
  const ownMore = mix(i32x4.add(own, i32x4.splat(0x3c6ef372)))
  const common = mix(v128.xor(commonKeys, step))
  const commonMore = mix(i32x4.add(common, i32x4.splat(0x3c6ef372)))
  const table = plan.normals
  const p = plan.processes
  const first = year == 0
  v128.store(values, nextValue(p, v128.load(values), normals(table, common), normals(table, own), first))
  v128.store(
    values,
    nextValue(p + 28, v128.load(values, 16), normals(table, i32x4.shr_u(common, 12)), normals(table, i32x4.shr_u(own, 12)), first),
    16,
  )
  v128.store(values, nextValue(p + 56, v128.load(values, 32), normals(table, commonMore), normals(table, ownMore), first), 32)
  v128.store(
    values,
    nextValue(
      p + 84,
      v128.load(values, 48),
      normals(table, i32x4.shr_u(commonMore, 12)),
      normals(table, i32x4.shr_u(ownMore, 12)),
      first,
    ),
    48,
  )
}

/** Projects trajectories [0, plan.trajectories), a multiple of eight, and writes every indicator of every year. */
export function run(planAt: usize): void {
  const plan = changetype<Plan>(planAt)
  for (let first = 0; first < plan.trajectories; first += 8) runEight(plan, first)
}

function runEight(plan: Plan, first: i32): void {
  const ages = plan.openAge + 1
  const span = (ages + plan.years) * CELL
  const values = plan.state + 2 * span
  for (let sex = 0; sex < 2; sex++) {
    const cells = plan.state + sex * span + plan.years * CELL
    for (let age = 0; age < ages; age++) {
      const count = v128.load32_splat(plan.start + ((sex * ages + age) << 2))
      v128.store(cells + age * CELL, count)
      v128.store(cells + age * CELL, count, 16)
    }
  }
  const lanes = i32x4(0, 1, 2, 3)
  const numbersA = i32x4.add(i32x4.splat(first), lanes)
  const numbersB = i32x4.add(i32x4.splat(first + 4), lanes)
  const ownA = mix(v128.xor(i32x4.splat(plan.ownKey), numbersA))
  const ownB = mix(v128.xor(i32x4.splat(plan.ownKey), numbersB))
  const commonA = mix(v128.xor(i32x4.splat(plan.commonKey), numbersA))
  const commonB = mix(v128.xor(i32x4.splat(plan.commonKey), numbersB))
  advance(plan, ownA, commonA, 0, values)
  advance(plan, ownB, commonB, 0, values + 64)
  for (let year = 0; year < plan.years; year++) {
    advance(plan, ownA, commonA, year + 1, values)
    advance(plan, ownB, commonB, year + 1, values + 64)
    stepEight(plan, year, first, span, values)
  }
}

function stepEight(plan: Plan, year: i32, first: i32, span: usize, values: usize): void {
  const openAge = plan.openAge
  const ages = openAge + 1
  const least = f32x4.splat(plan.leastCell)
  const kA = v128.load(values, 16)
  const kB = v128.load(values, 80)
  const movesA = v128.load(values, 48)
  const movesB = v128.load(values, 112)
  const indicators = plan.indicators
  const stride = <usize>plan.trajectories << 2
  const output = plan.output + <usize>year * indicators * stride + (<usize>first << 2)
  for (let indicator = 0; indicator < indicators; indicator++) {
    v128.store(output + indicator * stride, f32x4.splat(0))
    v128.store(output + indicator * stride, f32x4.splat(0), 16)
  }
  let bornA = f32x4.splat(0)
  let bornB = f32x4.splat(0)
  let deadA = f32x4.splat(0)
  let deadB = f32x4.splat(0)
  const fertility = plan.fertility + ((year * ages) << 2)
  const runsEnd = plan.runs + (plan.runCount << 4)
  // Women first: the births of both sexes come from them.
  for (let sex = 1; sex >= 0; sex--) {
    const cells = plan.state + sex * span + (plan.years - year) * CELL
    const table = ((year * 2 + sex) * ages) << 2
    const survival = plan.survival + table
    const slope = plan.survivalSlope + table
    const curve = plan.survivalCurve + table
    const migration = plan.migration + table
    const scale = plan.migrationScale + ((sex * ages) << 2)
    for (let entry = plan.runs; entry < runsEnd; entry += 16) {
      const from = load<i32>(entry)
      const to = load<i32>(entry, 4)
      const bears = sex == 1 && load<i32>(entry, 12) != 0
      let sumA = f32x4.splat(0)
      let sumB = f32x4.splat(0)
      let cell = cells + (from - 1) * CELL
      const end: usize = to << 2
      // Two writings of one loop: only few ages bear, and a test inside would cost every age.
      if (bears) {
        for (let at: usize = from << 2; at < end; at += 4, cell += CELL) {
          const s0 = v128.load32_splat(survival + at)
          const s1 = v128.load32_splat(slope + at)
          const s2 = v128.load32_splat(curve + at)
          const f = v128.load32_splat(fertility + at)
          const m0 = v128.load32_splat(migration + at)
          const m1 = v128.load32_splat(scale + at)
          const beforeA = v128.load(cell)
          const beforeB = v128.load(cell, 16)
          const afterA = f32x4.mul(beforeA, survivalAt(kA, s0, s1, s2))
          const afterB = f32x4.mul(beforeB, survivalAt(kB, s0, s1, s2))
          deadA = f32x4.add(deadA, f32x4.sub(beforeA, afterA))
          deadB = f32x4.add(deadB, f32x4.sub(beforeB, afterB))
          bornA = f32x4.add(bornA, f32x4.mul(f, f32x4.add(v128.load(cell, 32), afterA)))
          bornB = f32x4.add(bornB, f32x4.mul(f, f32x4.add(v128.load(cell, 48), afterB)))
          const endA = f32x4.max(least, f32x4.add(afterA, f32x4.add(m0, f32x4.mul(movesA, m1))))
          const endB = f32x4.max(least, f32x4.add(afterB, f32x4.add(m0, f32x4.mul(movesB, m1))))
          v128.store(cell, endA)
          v128.store(cell, endB, 16)
          sumA = f32x4.add(sumA, endA)
          sumB = f32x4.add(sumB, endB)
        }
      } else {
        // The open age takes in two cells: the one before it is added to it first.
        if (to > openAge) {
          v128.store(cells + (openAge - 1) * CELL, f32x4.add(v128.load(cells + (openAge - 1) * CELL), v128.load(cells + openAge * CELL)))
          v128.store(cells + (openAge - 1) * CELL, f32x4.add(v128.load(cells + (openAge - 1) * CELL, 16), v128.load(cells + openAge * CELL, 16)), 16)
        }
        for (let at: usize = from << 2; at < end; at += 4, cell += CELL) {
          const s0 = v128.load32_splat(survival + at)
          const s1 = v128.load32_splat(slope + at)
          const s2 = v128.load32_splat(curve + at)
          const m0 = v128.load32_splat(migration + at)
          const m1 = v128.load32_splat(scale + at)
          const beforeA = v128.load(cell)
          const beforeB = v128.load(cell, 16)
          const afterA = f32x4.mul(beforeA, survivalAt(kA, s0, s1, s2))
          const afterB = f32x4.mul(beforeB, survivalAt(kB, s0, s1, s2))
          deadA = f32x4.add(deadA, f32x4.sub(beforeA, afterA))
          deadB = f32x4.add(deadB, f32x4.sub(beforeB, afterB))
          const endA = f32x4.max(least, f32x4.add(afterA, f32x4.add(m0, f32x4.mul(movesA, m1))))
          const endB = f32x4.max(least, f32x4.add(afterB, f32x4.add(m0, f32x4.mul(movesB, m1))))
          v128.store(cell, endA)
          v128.store(cell, endB, 16)
          sumA = f32x4.add(sumA, endA)
          sumB = f32x4.add(sumB, endB)
        }
      }
      addTo(output + load<i32>(entry, 8) * stride, sumA, sumB)
    }
    if (sex == 1) {
      const half = f32x4.splat(0.5)
      const tfr = v128.load32_splat(plan.tfr + (year << 2))
      const leastTfr = f32x4.splat(plan.leastTfr)
      bornA = f32x4.mul(bornA, f32x4.mul(half, f32x4.max(leastTfr, f32x4.add(tfr, v128.load(values)))))
      bornB = f32x4.mul(bornB, f32x4.mul(half, f32x4.max(leastTfr, f32x4.add(tfr, v128.load(values, 64)))))
    }
    const one = f32x4.splat(1)
    const srb = v128.load32_splat(plan.srb + (year << 2))
    const girlsA = f32x4.div(bornA, f32x4.add(one, f32x4.add(srb, v128.load(values, 32))))
    const girlsB = f32x4.div(bornB, f32x4.add(one, f32x4.add(srb, v128.load(values, 96))))
    const ownA = sex == 1 ? girlsA : f32x4.sub(bornA, girlsA)
    const ownB = sex == 1 ? girlsB : f32x4.sub(bornB, girlsB)
    const s0 = v128.load32_splat(survival)
    const s1 = v128.load32_splat(slope)
    const s2 = v128.load32_splat(curve)
    const afterA = f32x4.mul(ownA, survivalAt(kA, s0, s1, s2))
    const afterB = f32x4.mul(ownB, survivalAt(kB, s0, s1, s2))
    deadA = f32x4.add(deadA, f32x4.sub(ownA, afterA))
    deadB = f32x4.add(deadB, f32x4.sub(ownB, afterB))
    const m0 = v128.load32_splat(migration)
    const m1 = v128.load32_splat(scale)
    const endA = f32x4.max(least, f32x4.add(afterA, f32x4.add(m0, f32x4.mul(movesA, m1))))
    const endB = f32x4.max(least, f32x4.add(afterB, f32x4.add(m0, f32x4.mul(movesB, m1))))
    v128.store(cells - CELL, endA)
    v128.store(cells - CELL, endB, 16)
    addTo(output + load<i32>(plan.runs, 8) * stride, endA, endB)
  }
  let totalA = f32x4.splat(0)
  let totalB = f32x4.splat(0)
  for (let indicator = 3; indicator < indicators; indicator++) {
    totalA = f32x4.add(totalA, v128.load(output + indicator * stride))
    totalB = f32x4.add(totalB, v128.load(output + indicator * stride, 16))
  }
  addTo(output, totalA, totalB)
  addTo(output + stride, bornA, bornB)
  addTo(output + 2 * stride, deadA, deadB)
}

/** S + k * (slope + k * curve). */
// @ts-ignore: decorator
@inline
function survivalAt(k: v128, s0: v128, s1: v128, s2: v128): v128 {
  return f32x4.add(s0, f32x4.mul(k, f32x4.add(s1, f32x4.mul(k, s2))))
}

// @ts-ignore: decorator
@inline
function addTo(at: usize, a: v128, b: v128): void {
  v128.store(at, f32x4.add(v128.load(at), a))
  v128.store(at, f32x4.add(v128.load(at, 16), b), 16)
}

/**
 * Counts `count` floats (a multiple of four) at `values` in `bins` equal bins between their least and greatest, which
 * are written after the counts. The same as src/stochastic/quantiles.ts counts.
 */
export function countBins(values: usize, count: i32, counts: usize, bins: i32): void {
  const end = values + (count << 2)
  let low = f32x4.splat(Infinity)
  let high = f32x4.splat(-Infinity)
  for (let at = values; at < end; at += 16) {
    const four = v128.load(at)
    low = f32x4.pmin(low, four)
    high = f32x4.pmax(high, four)
  }
  const least = min(
    min(f32x4.extract_lane(low, 0), f32x4.extract_lane(low, 1)),
    min(f32x4.extract_lane(low, 2), f32x4.extract_lane(low, 3)),
  )
  const greatest = max(
    max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)),
    max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)),
  )
  memory.fill(counts, 0, bins << 2)
  store<f32>(counts + (bins << 2), least)
  store<f32>(counts + (bins << 2), greatest, 4)
  if (!(greatest > least)) return
  const from = f32x4.splat(least)
  const scale = f32x4.splat(<f32>bins / (greatest - least))
  const last = i32x4.splat(bins - 1)
  for (let at = values; at < end; at += 16) {
    const bin = i32x4.shl(i32x4.min_s(last, i32x4.trunc_sat_f32x4_s(f32x4.mul(f32x4.sub(v128.load(at), from), scale))), 2)
    count1(counts + i32x4.extract_lane(bin, 0))
    count1(counts + i32x4.extract_lane(bin, 1))
    count1(counts + i32x4.extract_lane(bin, 2))
    count1(counts + i32x4.extract_lane(bin, 3))
  }
}

// @ts-ignore: decorator
@inline
function count1(at: usize): void {
  store<i32>(at, load<i32>(at) + 1)
}
