import { DomainError } from '@junheng/kernel'

/** The code of an error of the database (SQLSTATE). */
export function databaseCode(error: unknown): string | undefined {
  return error instanceof DomainError ? undefined : (error as { code?: string }).code
}

/** unique_violation, serialization_failure, deadlock_detected. */
const collisions = new Set(['23505', '40001', '40P01'])

/** Runs again what collided with somebody who wrote the same at the same moment: what they left decides now. */
export async function againAfterCollision<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await run()
    } catch (error) {
      if (tries === 3 || !collisions.has(databaseCode(error) ?? '')) throw error
    }
  }
}
