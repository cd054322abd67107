import { trajectoriesWasm } from './generated/trajectories-wasm.ts'
import { processOrder } from './process.ts'
import { normals, streamKey } from './random.ts'
import { binCount, type BinCounts } from './quantiles.ts'
import type { TrajectoryValues } from './run-plain.ts'
import { flatten, indicatorIds, leastCell, leastTfr, type TrajectoryPlan } from './trajectory-plan.ts'

/** Bytes of the numbers every eight trajectories keep of their four processes, two vectors of four. */
const processState = 128

/** Where the counts of `countBinsWasm` stand, and where plans begin. */
const countsAt = 1024
const plansFrom = countsAt + 4 * binCount + 16

interface WasmEngine {
  readonly memory: WebAssembly.Memory
  readonly run: (plan: number) => void
  readonly count: (values: number, size: number) => void
}

let compiled: WasmEngine | undefined

/**
 * Runs the trajectories in WebAssembly SIMD, single precision: the same as `runPlain` to about 1e-5 of each value. The
 * result is a view into its memory and holds until the next run. In a page it belongs in a worker: browsers compile only
 * small modules on the page's own thread.
 */
export function runWasm(plan: TrajectoryPlan): TrajectoryValues {
  const flat = flatten(plan)
  const indicators = indicatorIds(plan).length
  const { memory, run } = engine()
  const layout = arena(memory)
  const put = (values: ArrayLike<number>): number => layout.floats(values)
  const planAt = layout.reserve(4 * planSize)
  const outputBytes = 4 * flat.years * indicators * plan.trajectories
  const stateBytes = 2 * (flat.openAge + 1 + flat.years) * 32 + processState
  const ints = (values: readonly number[]): number => layout.ints(values)
  const fields: readonly (number | { readonly float: number })[] = [
    flat.openAge,
    flat.years,
    plan.trajectories,
    indicators,
    flat.fertileFrom,
    flat.fertileTo,
    streamKey(plan.seed, plan.stream),
    streamKey(plan.seed, 0),
    put(flat.start),
    put(flat.survival),
    put(flat.survivalSlope),
    put(flat.survivalCurve),
    put(flat.fertility),
    put(flat.tfr),
    put(flat.srb),
    put(flat.migration),
    put(flat.migrationScale),
    put(processOrder.flatMap((name) => processNumbers(plan.uncertainty[name]))),
    put(normals),
    ints(flat.runs.flat()),
    flat.runs.length,
    layout.reserve(stateBytes),
    layout.reserve(outputBytes),
    { float: leastCell },
    { float: leastTfr },
  ]
  const view = new DataView(memory.buffer)
  fields.forEach((field, at) => {
    if (typeof field === 'number') view.setInt32(planAt + 4 * at, field, true)
    else view.setFloat32(planAt + 4 * at, field.float, true)
  })
  run(planAt)
  const output = fields[22]
  return new Float32Array(memory.buffer, typeof output === 'number' ? output : 0, outputBytes / 4)
}

/** Counts values that stand in the engine's memory, as `countBins` does; the counts hold until the next call. */
export function countBinsWasm(values: Float32Array): BinCounts {
  const { memory, count } = engine()
  if (values.buffer !== memory.buffer || values.length % 4 !== 0)
    throw new TypeError("countBinsWasm counts the engine's own output, in fours")
  count(values.byteOffset, values.length)
  const [low = 0, high = 0] = new Float32Array(memory.buffer, countsAt + 4 * binCount, 2)
  return { low, high, counts: new Int32Array(memory.buffer, countsAt, binCount) }
}

/** Numbers of 32 bits in `Plan` of assembly/trajectories.as. */
const planSize = 25

/** Seven numbers a process: persistence, then the weights of the common and own draw for a year and for the start. */
function processNumbers({
  persistence,
  shock,
  initial,
  common,
  limit,
}: TrajectoryPlan['uncertainty']['tfr']): readonly number[] {
  const [shared, own] = [Math.sqrt(common), Math.sqrt(1 - common)]
  return [persistence, shock * shared, shock * own, initial * shared, initial * own, limit, 0]
}

function engine(): WasmEngine {
  if (compiled !== undefined) return compiled
  const memory = new WebAssembly.Memory({ initial: 16 })
  const bytes = Uint8Array.from(atob(trajectoriesWasm), (sign) => sign.charCodeAt(0))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } })
  const { run, countBins } = exports
  if (typeof run !== 'function' || typeof countBins !== 'function')
    throw new TypeError('the WebAssembly lacks a function')
  compiled = {
    memory,
    run: (plan) => void run(plan),
    count: (values, size) => void countBins(values, size, countsAt, binCount),
  }
  return compiled
}

/** Hands out aligned memory after the counts, growing it as needed. */
function arena(memory: WebAssembly.Memory) {
  let next = plansFrom
  const reserve = (bytes: number): number => {
    const at = (next + 15) & ~15
    next = at + bytes
    const missing = next - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / 65536))
    return at
  }
  return {
    reserve,
    floats: (values: ArrayLike<number>): number => {
      const at = reserve(4 * values.length)
      new Float32Array(memory.buffer, at, values.length).set(values)
      return at
    },
    ints: (values: readonly number[]): number => {
      const at = reserve(4 * values.length)
      new Int32Array(memory.buffer, at, values.length).set(values)
      return at
    },
  }
}
