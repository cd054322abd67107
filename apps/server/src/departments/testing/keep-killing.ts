import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ChaosOptions, ChaosState } from './chaos-options.ts'
import type { ChaosOrder } from './chaos-server.ts'

/** What Node made of the sources, so that a start need not compile them again. */
const compileCache = join(tmpdir(), 'junheng-compile-cache')

/**
 * Starts the service and kills it, by SIGKILL, again and again until all is over. Whatever happens here, none is left:
 * the service ends by itself when the pipe to this process closes.
 */
export async function keepKilling(
  order: ChaosOrder,
  { options, state }: { readonly options: ChaosOptions; readonly state: ChaosState },
): Promise<void> {
  while (!state.over.aborted) {
    const started = performance.now()
    const child = spawn(process.execPath, [join(import.meta.dirname, 'chaos-server.ts'), JSON.stringify(order)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    })
    const exit = once(child, 'exit')
    try {
      await Promise.race([ready(child), exit])
      if (child.exitCode !== null) throw new Error(`the service ended by itself: ${child.exitCode}`)
      state.starts.push(performance.now() - started)
      await live(options, state)
    } finally {
      child.kill('SIGKILL')
      await exit
    }
    if (!state.over.aborted) state.kills++
  }
}

/** Returns when the service has lived long enough, or all is over. */
async function live({ killing, random, database, region }: ChaosOptions, { over }: ChaosState): Promise<void> {
  const span = killing.from + (killing.to - killing.from) * random()
  if (killing.every === 'seconds') {
    await pause(span * 1000, undefined, { signal: over }).catch(() => undefined)
    return
  }
  const countSteps = async () => {
    const sql = 'select coalesce(sum(seq), 0)::int as n from casework.case_row where region = $1'
    return (await database.owner.query<{ n: number }>(sql, [region])).rows[0]?.n ?? 0
  }
  const until = (await countSteps()) + span
  while (!over.aborted && (await countSteps()) < until) await pause(30)
}

async function ready(child: ChildProcess): Promise<void> {
  for await (const part of child.stdout ?? []) if (String(part).includes('ready')) return
}
