import { randomFillSync } from 'node:crypto'
import { fromDayNumber } from '@junheng/kernel'
import type { Secrets } from '../../../apps/server/src/database/secrets.ts'
import { nameKeys, type NameKeys } from '../../../apps/server/src/register/name-keys.ts'
import { findingHash } from '../../../apps/server/src/register/sealing.ts'
import { childNumber } from './child-number.ts'

/** Parents and home that a case of the history is about, from the register. */
export interface Home {
  readonly township: string
  readonly village: string
  readonly household: string
  readonly address: string
  readonly mother: { readonly id: string; readonly name: string; readonly number: string; readonly birthDate: string }
  readonly father: { readonly id: string; readonly name: string; readonly number: string }
  readonly phone: string
}

/** What differs in one copy of a story. */
export interface StoryCopy extends Home {
  /** Days from the story to the copy. */
  readonly shift: number
  /** 咸安-2024-000123. */
  readonly number: string
  readonly serial: string
  /** One for each id that the story made. */
  readonly ids: readonly string[]
  readonly child: {
    readonly name: string
    readonly keys: NameKeys
    readonly number: string
    readonly numberHash: string
    readonly birthKey: string
    readonly motherKey: string
    readonly recordKey: string
  }
}

/** What a copy is made with; days are day numbers. */
export interface CopyOrder {
  readonly home: Home
  readonly firstDay: number
  readonly storyDay: number
  readonly number: string
  readonly serial: number
  readonly sex: 'male' | 'female'
  /** Tells children of one day and sex apart: 0 to 499. */
  readonly ofDay: number
  readonly childName: string
  /** The ids that the story made, and their places in order. */
  readonly madeIds: readonly MadeId[]
}

export function makeCopy(secrets: Secrets, order: CopyOrder): StoryCopy {
  const { home, firstDay, storyDay, serial, sex, ofDay, childName, madeIds } = order
  const shift = firstDay - storyDay
  const born = fromDayNumber(firstDay)
  const number = childNumber(born, sex, ofDay)
  const serialText = String(serial).padStart(10, '0')
  const hash = (purpose: string, text: string) => findingHash(secrets, purpose, text)
  return {
    ...home,
    shift,
    number: order.number,
    serial: serialText,
    ids: madeIds.map((id) => freshId(id, shift)),
    child: {
      name: childName,
      keys: nameKeys(childName),
      number,
      numberHash: hash('identity', number),
      // As birth-keys.ts makes them of a mother whom the register knows.
      birthKey: hash('birth', `${home.mother.id} ${born} ${sex} 1`),
      motherKey: hash('birth-mother', home.mother.id),
      recordKey: hash('birth-record', `R-${serialText}`),
    },
  }
}

const millisecondsOfDay = 86_400_000

/** An id that a story made; `rank` is its place among them in order. */
export interface MadeId {
  readonly id: string
  readonly rank: number
}

/**
 * An id like the one of the story: of version 7 with its time moved as many days, else by chance altogether. Those of one
 * moment stay in their order, by which facts of one moment are told apart.
 */
function freshId({ id, rank }: MadeId, shift: number): string {
  if (id.charAt(14) !== '7') return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) + shift * millisecondsOfDay
  const text = time.toString(16).padStart(12, '0')
  return `${text.slice(0, 8)}-${text.slice(8)}-7${rank.toString(16).padStart(3, '0')}-a${hex(3)}-${hex(12)}`
}

const pool = Buffer.alloc(8192)
let [text, at] = ['', 0]

/** Hexadecimal digits by chance. */
function hex(digits: number): string {
  if (at + digits > text.length) {
    text = randomFillSync(pool).toString('hex')
    at = 0
  }
  at += digits
  return text.slice(at - digits, at)
}
