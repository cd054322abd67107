/** Whether a department is being called: after some failures in a row it is left alone for a while, then tried by one call. */
export interface Circuit {
  readonly failures: number
  /** Seconds since 1970 until which nobody calls; null: calls go through. */
  readonly openUntil: number | null
}

export const closedCircuit: Circuit = { failures: 0, openUntil: null }

/** Failures in a row that open it; seconds it stays open at first and at the longest. */
const [threshold, firstPause, longestPause] = [5, 5, 300]

/** True when a call may be made at `now` (seconds). After the pause one call probes, and its outcome decides. */
export function mayCall({ openUntil }: Circuit, now: number): boolean {
  return openUntil === null || now >= openUntil
}

export function afterSuccess(): Circuit {
  return closedCircuit
}

export function afterFailure({ failures }: Circuit, now: number): Circuit {
  const count = failures + 1
  if (count < threshold) return { failures: count, openUntil: null }
  return { failures: count, openUntil: now + Math.min(longestPause, firstPause * 2 ** (count - threshold)) }
}
