import type { Sums } from '../contestant.ts'

type Numbers = Int32Array | Float64Array | Uint8Array

/** The five outputs as columns. */
export interface SixOutputs {
  readonly eligible: Numbers
  readonly subsidy: Numbers
  readonly loan: Numbers
  readonly nursing: Numbers
  readonly leave: Numbers
}

export function wholeOutputs(size: number): SixOutputs & Record<'subsidy' | 'loan' | 'nursing' | 'leave', Int32Array> {
  return {
    eligible: new Uint8Array(size),
    subsidy: new Int32Array(size),
    loan: new Int32Array(size),
    nursing: new Int32Array(size),
    leave: new Int32Array(size),
  }
}

export function realOutputs(size: number): SixOutputs & Record<'subsidy' | 'loan' | 'nursing' | 'leave', Float64Array> {
  return {
    eligible: new Uint8Array(size),
    subsidy: new Float64Array(size),
    loan: new Float64Array(size),
    nursing: new Float64Array(size),
    leave: new Float64Array(size),
  }
}

export function sumOutputs(outputs: SixOutputs, count = outputs.eligible.length): Sums {
  return {
    eligible: sum(outputs.eligible, count),
    subsidy: sum(outputs.subsidy, count),
    loan: sum(outputs.loan, count),
    nursing: sum(outputs.nursing, count),
    leave: sum(outputs.leave, count),
  }
}

function sum(values: Numbers, count: number): number {
  let total = 0
  for (let i = 0; i < count; i++) total += values[i] ?? 0
  return total
}
