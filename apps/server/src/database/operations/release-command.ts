import { isDomainError } from '@junheng/kernel'
import { openDatabase } from '../open-database.ts'
import type { Operation } from './operation.ts'

/** `release`: stops the database that a killed operation left running; where a service still runs on it, it stays. */
export const releaseCommand: Operation = async () => {
  try {
    const database = await openDatabase({ migrate: false, existing: true })
    await database.close()
  } catch (error) {
    // There never was one.
    if (!isDomainError(error)) throw error
  }
  return 0
}
