import { fromDayNumber, parseDayNumber } from '@junheng/kernel'
import type { Secrets } from '../database/secrets.ts'
import { findingHash } from '../register/sealing.ts'
import type { BirthNotice } from './birth-notice.ts'

/** Keyed hashes, base64, by which the same birth is known again; nothing can be read from them. */
export interface BirthKeys {
  /** Whoever the mother is, by her identity number, else her id in the register, else her name. */
  readonly mother: string
  /** The day that was told, and the days before and after it: a birth about midnight is told with either. */
  readonly own: string
  readonly near: readonly string[]
  /** The hospital's own number of the child; null where there is none. */
  readonly record: string | null
}

export function birthKeys(
  secrets: Secrets,
  { mother, child, record }: BirthNotice,
  motherId: string | null,
): BirthKeys {
  const number = mother.identityNumber?.toUpperCase()
  const who = motherId ?? number ?? `name ${mother.name}`
  const key = (day: number) => findingHash(secrets, 'birth', `${who} ${fromDayNumber(day)} ${child.sex} ${child.order}`)
  const born = parseDayNumber(child.birthDate) ?? 0
  return {
    mother: findingHash(secrets, 'birth-mother', who),
    own: key(born),
    near: [key(born - 1), key(born), key(born + 1)],
    record: record === null ? null : findingHash(secrets, 'birth-record', record),
  }
}
