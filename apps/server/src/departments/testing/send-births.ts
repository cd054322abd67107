import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sign } from '@junheng/connector'
import { fromDayNumber, getDay, toDayNumber } from '@junheng/kernel'
import type { BirthNotice } from '../../births/birth-notice.ts'
import { chineseDay } from '../../cases/casework.ts'
import { signingKey } from '../department-keys.ts'
import type { ChaosOptions, ChaosState } from './chaos-options.ts'
import type { Mother } from './make-mothers.ts'

/** Notices under way at once. */
const atOnce = 8

/** As the hospital's system: each notice until it is taken, every fifth of them twice. */
export async function sendBirths(
  { births, region, mothers, database }: ChaosOptions,
  { service, state: { over } }: { readonly service: string; readonly state: ChaosState },
): Promise<void> {
  const key = signingKey(database.secrets, 'hospital')
  const today = toDayNumber(getDay(chineseDay(Temporal.Now.instant())))
  let next = 0
  const send = async (notice: BirthNotice) => {
    const body = JSON.stringify({ region, notice })
    const seconds = Math.floor(Date.now() / 1000)
    const headers = { 'content-type': 'application/json', ...sign(key, { id: notice.id, seconds, body }) }
    const url = `${service}/api/departments/hospital/notices`
    return fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) })
      .then(async (response) => {
        await response.arrayBuffer()
        return response.status
      })
      .catch(() => 0)
  }
  const sendSome = async () => {
    for (let at = next++; at < births && !over.aborted; at = next++) {
      const mother = mothers[at]
      if (mother === undefined) throw new Error('a birth needs a mother')
      const notice = noticeOf(mother, { at, today })
      for (let sent = at % 5 === 0 ? -1 : 0; sent < 1 && !over.aborted;) {
        const status = await send(notice)
        if (status === 200) sent++
        else if (status >= 400 && status < 500) throw new Error(`a notice was refused: ${status}`)
        else await pause(100)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendSome))
}

/** Days apart, so that the police never run out of the numbers of one day. */
function noticeOf(
  { name, identityNumber }: Mother,
  { at, today }: { readonly at: number; readonly today: number },
): BirthNotice {
  return {
    id: randomUUID(),
    record: `R-${at}`,
    kind: 'live-birth',
    where: 'in-institution',
    mother: { name, identityNumber },
    child: {
      sex: at % 2 === 0 ? 'female' : 'male',
      birthDate: fromDayNumber(today - 1 - (at % 300)),
      order: 1,
      of: 1,
    },
  }
}
