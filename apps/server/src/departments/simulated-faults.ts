import { Faults } from '@junheng/departments'
import type { z } from '@hono/zod-openapi'
import type { Connection } from './call-department.ts'

export const faultsSchema = Faults

/** How a simulated department misbehaves now; undefined where it does not answer. */
export function readFaults({ address }: Connection, timeoutMs: number): Promise<Faults | undefined> {
  return askFaults(address, { signal: AbortSignal.timeout(timeoutMs) })
}

/** Tells a simulated department how to misbehave; undefined where it does not answer. */
export function changeFaults(
  { address }: Connection,
  faults: z.infer<typeof Faults>,
  timeoutMs: number,
): Promise<Faults | undefined> {
  return askFaults(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
    signal: AbortSignal.timeout(timeoutMs),
  })
}

async function askFaults(address: string, request: RequestInit): Promise<Faults | undefined> {
  try {
    const response = await fetch(`${address}/faults`, { ...request, redirect: 'error' })
    return response.ok ? Faults.parse(await response.json()) : undefined
  } catch {
    return undefined
  }
}
