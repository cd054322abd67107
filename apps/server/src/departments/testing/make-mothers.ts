import { randomUUID } from 'node:crypto'
import { fromDayNumber, getDay, toDayNumber } from '@junheng/kernel'
import type { TestDatabase } from '../../database/testing/test-database.ts'
import { importActions } from '../../register/import-actions.ts'
import { accessOf, identityNumber, now, person, today } from '../../register/testing/scene.ts'

export interface Mother {
  readonly id: string
  readonly name: string
  readonly identityNumber: string
}

/** Puts women of the test's county on file, each with a number of her own: 499 of each birthday. */
export async function registerMothers(
  { app, secrets }: Pick<TestDatabase, 'app' | 'secrets'>,
  count: number,
): Promise<readonly Mother[]> {
  const first = toDayNumber(getDay('1990-01-01'))
  const mothers = Array.from({ length: count }, (_, at) => {
    const birthDate = fromDayNumber(first + Math.floor(at / 499))
    const number = identityNumber(birthDate, (at % 499) * 2)
    const mother: Mother = { id: randomUUID(), name: '李安', identityNumber: number }
    const command = person({ person: mother.id, name: mother.name, sex: 'female', birthDate, identityNumber: number })
    return { mother, command }
  })
  const outcome = await importActions({
    register: { pool: app },
    secrets,
    access: accessOf(),
    id: randomUUID(),
    source: { kind: 'declared', reference: 'mothers' },
    commands: () => mothers.map(({ command }) => command),
    today,
    now,
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems.slice(0, 3)))
  return mothers.map(({ mother }) => mother)
}
