import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { actOnCase } from '../../cases/act-on-case.ts'
import { chineseDay } from '../../cases/casework.ts'
import { programAccess } from '../../cases/programs.ts'
import type { ChaosOptions, ChaosState } from './chaos-options.ts'

interface Asked {
  readonly case_id: string
  readonly item: string | null
  readonly what: string
}

/** Families acting at once. */
const atOnce = 4

/** As the families: confirm every offer, bring whatever is asked. */
export async function actAsFamilies(options: ChaosOptions, { over }: ChaosState): Promise<void> {
  const {
    region,
    database: { owner },
  } = options
  while (!over.aborted) {
    const { rows } = await owner.query<Asked>(
      `select case_id, item, what from casework.waiting where region = $1 and unit = 'family'
         and what in ('confirm', 'bring') limit 100`,
      [region],
    )
    const left = [...new Map(rows.map((row) => [row.case_id, row])).values()]
    const actSome = async () => {
      for (let one = left.pop(); one !== undefined && !over.aborted; one = left.pop()) await act(options, one)
    }
    await Promise.all(Array.from({ length: atOnce }, actSome))
    if (rows.length === 0) await pause(200)
  }
}

async function act({ region, casework }: ChaosOptions, { case_id: caseId, item, what }: Asked): Promise<void> {
  const now = Temporal.Now.instant()
  const common = { id: randomUUID(), on: chineseDay(now), by: { unit: 'family', person: null } }
  const action =
    what === 'confirm'
      ? ({ kind: 'confirm', ...common, facts: { 'child.name': '王安安', 'child.followsParent': 'mother' } } as const)
      : ({ kind: 'provide', ...common, item: item ?? '', facts: {}, papers: {} } as const)
  await actOnCase(casework, { access: programAccess(region, {}), caseId, action, now })
}
