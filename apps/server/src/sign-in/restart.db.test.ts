import { afterEach, expect, it } from 'vitest'
import { officeScene } from '../testing/office-scene.ts'
import { failuresBeforeLock } from './failures.ts'

/** What keeps guessing out must not be forgotten by a restart, nor be counted by each program for itself. */
const scene = officeScene({ limits: { signIn: { points: 12, seconds: 3600 } } })

afterEach(() => scene().database.owner.query('delete from auth.rate_limit'))

it('a locked name stays locked after a restart', async () => {
  const guess = { username: 'county-officer', password: 'no such password' }
  for (let tries = 0; tries < failuresBeforeLock; tries++) await scene().visitor().post('/api/sign-in/password', guess)
  const again = scene().restart()
  try {
    const answer = await again.visitor().post('/api/sign-in/password', guess)
    expect(answer).toMatchObject({ status: 423, body: { type: '/problems/locked' } })
  } finally {
    await again.close()
  }
})

it('attempts of one address count together in all programs of the service, and after a restart', async () => {
  const other = scene().restart()
  try {
    const statuses: number[] = []
    for (let n = 0; n < 14; n++) {
      const { visitor } = n % 2 === 0 ? scene() : other
      statuses.push((await visitor().post('/api/sign-in/password', { username: `nobody${n}`, password: 'x' })).status)
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(12)
    expect(statuses.slice(12)).toEqual([429, 429])
  } finally {
    await other.close()
  }
  const third = scene().restart()
  try {
    const refused = await third.visitor().post('/api/sign-in/password', { username: 'nobody', password: 'x' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  } finally {
    await third.close()
  }
})

it('codes for one phone count together too, and neither phone nor address lies there in clear', async () => {
  const [phone, { owner }] = ['13933330001', scene().database]
  const minute = () => owner.query(`update auth.one_time_code set sent_at = sent_at - interval '61 seconds'`)
  const sent = () =>
    scene()
      .office.messages.shown?.()
      .filter(({ to }) => to === '139****0001').length
  for (let times = 0; times < 5; times++) {
    await scene().visitor().post('/api/sign-in/sms', { phone })
    await minute()
  }
  const other = scene().restart()
  try {
    // Both programs send by the same gateway here: the sixth of the hour is sent by neither.
    await other.visitor().post('/api/sign-in/sms', { phone })
    await scene().visitor().post('/api/sign-in/sms', { phone })
  } finally {
    await other.close()
  }
  expect(sent()).toBe(5)
  const { rows } = await owner.query<{ key: string }>('select key from auth.rate_limit')
  expect(rows.length).toBeGreaterThan(1)
  for (const { key } of rows) expect(key).toMatch(/^(signIn|codes):[A-Za-z0-9+/]{43}=$/)
})
