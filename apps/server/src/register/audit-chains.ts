/** As migration 0004 has it: chain 0 for refusals, then so many for readings, then as many for writes. */
const chainsOfEach = 16

/** The chain of a county that an actor's readings or writes go to: entries of one chain wait for one another. */
export function auditChain(actor: string, what: 'read' | 'write'): number {
  return (what === 'read' ? 1 : 1 + chainsOfEach) + (Number.parseInt(actor.slice(-4), 16) % chainsOfEach)
}
