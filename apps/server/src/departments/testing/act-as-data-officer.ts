import { setTimeout as pause } from 'node:timers/promises'
import { programAccess } from '../../cases/programs.ts'
import { listDeadLetters, settleDeadLetter } from '../dead-letters.ts'
import type { ChaosOptions, ChaosState } from './chaos-options.ts'

/** As the data officer: whatever was given up is sent again, until nothing is. */
export async function actAsDataOfficer({ casework, region }: ChaosOptions, state: ChaosState): Promise<void> {
  const access = programAccess(region, {})
  while (!state.over.aborted) {
    for (const { id } of await listDeadLetters(casework, access)) {
      const deed = { id, deed: 'send-again', words: '对方时好时坏，再发一次', now: Temporal.Now.instant() } as const
      if ((await settleDeadLetter(casework, { access, ...deed })) === undefined) state.dead++
    }
    await pause(1000, undefined, { signal: state.over }).catch(() => undefined)
  }
}
