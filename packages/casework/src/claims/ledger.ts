/** What has been decided, paid and taken back for one claim, by period. Money is integer fen. */

/** What is due for one period, as the rules say on a day. `period` is any stable name: `2026`, `2026-03`, `once`. */
export interface DueLine {
  readonly period: string
  /** Whole, 0 or more. */
  readonly fen: number
}

/** Money that reached the family (`paid`) or came back (`recovered`); both are positive. */
export interface Movement {
  readonly claim: string
  readonly period: string
  readonly kind: 'paid' | 'recovered'
  /** Whole, more than 0. */
  readonly fen: number
}

/** What the family holds of each period: payments less what was taken back. */
export function heldByPeriod(movements: readonly Movement[], claim: string): ReadonlyMap<string, number> {
  const held = new Map<string, number>()
  for (const movement of movements) {
    if (movement.claim !== claim) continue
    const signed = movement.kind === 'paid' ? movement.fen : 0 - movement.fen
    held.set(movement.period, (held.get(movement.period) ?? 0) + signed)
  }
  return held
}

export function sumFen(lines: readonly { readonly fen: number }[]): number {
  return lines.reduce((total, { fen }) => total + fen, 0)
}
