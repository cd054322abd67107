import { appendFileSync, readFileSync } from 'node:fs'
import type { InventoryLine } from '@junheng/connector'
import { z } from '@hono/zod-openapi'
import { Faults } from './faults.ts'

/** A delivery that was answered and whose answer was taken: nothing of whom it is about. */
const Settled = z.object({
  kind: z.literal('settled'),
  delivery: z.string(),
  case: z.string(),
  item: z.string(),
  of: z.string(),
  reference: z.string(),
  receivedAt: z.string(),
  state: z.string().transform((state) => state as InventoryLine['state']),
  at: z.string(),
  cancelled: z.boolean(),
})
const Remembered = z.discriminatedUnion('kind', [
  Settled,
  z.object({ kind: z.literal('count'), name: z.string(), n: z.int() }),
  z.object({ kind: z.literal('sequence'), name: z.string(), n: z.int() }),
  z.object({ kind: z.literal('faults'), faults: Faults }),
])

/**
 * What a simulated department still knows after it was stopped or killed. What it was working on is not in it: that is
 * sent to it again, as to any department that lost it.
 */
export type Remembered = z.infer<typeof Remembered>

/** Where a department remembers; one without forgets everything when it stops. */
export interface Memory {
  readonly read: () => readonly Remembered[]
  readonly write: (one: Remembered) => void
}

export const forgetful: Memory = { read: () => [], write: () => undefined }

/**
 * A memory in a file, a line each, written before the department goes on: a kill loses at most the line under way, and
 * the next begins anew.
 */
export function fileMemory(path: string): Memory {
  return {
    read: () => readLines(path),
    write: (one) => appendFileSync(path, `\n${JSON.stringify(one)}`, { mode: 0o600 }),
  }
}

function readLines(path: string): readonly Remembered[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    try {
      const read = Remembered.safeParse(JSON.parse(line))
      return read.success ? [read.data] : []
    } catch {
      // Torn by the kill, or the empty end.
      return []
    }
  })
}
