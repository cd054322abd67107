/** Whether a department is being called: after some failures in a row it is left alone for a while, then tried by one call. */
export interface Circuit {
  readonly failures: number
  /** Seconds since 1970 until which nobody calls; null: calls go through. */
  readonly openUntil: number | null
}

/** No failures: how it begins, and how it is after any success. */
export const closedCircuit: Circuit = { failures: 0, openUntil: null }

export interface CircuitPauses {
  /** Failures in a row that open it. */
  readonly threshold: number
  /** Seconds it stays open at first, and at the longest. */
  readonly first: number
  readonly longest: number
}

export const circuitPauses: CircuitPauses = { threshold: 5, first: 5, longest: 300 }

/** True when a call may be made at `now` (seconds). After the pause one call probes, and its outcome decides. */
export function mayCall({ openUntil }: Circuit, now: number): boolean {
  return openUntil === null || now >= openUntil
}

export function afterFailure({ failures }: Circuit, now: number, pauses: CircuitPauses = circuitPauses): Circuit {
  const count = failures + 1
  const { threshold, first, longest } = pauses
  if (count < threshold) return { failures: count, openUntil: null }
  return { failures: count, openUntil: now + Math.min(longest, first * 2 ** (count - threshold)) }
}
