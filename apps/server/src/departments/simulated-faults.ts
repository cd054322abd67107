import { Faults } from '@junheng/departments'
import type { z } from '@hono/zod-openapi'
import type { Connection } from './call-department.ts'

export const faultsSchema = Faults

/** Tells a simulated department how to misbehave; undefined where it does not answer. */
export async function changeFaults(
  { address }: Connection,
  faults: z.infer<typeof Faults>,
  timeoutMs: number,
): Promise<Faults | undefined> {
  try {
    const response = await fetch(`${address}/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return response.ok ? Faults.parse(await response.json()) : undefined
  } catch {
    return undefined
  }
}
