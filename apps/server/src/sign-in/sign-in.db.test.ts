import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { officeScene, password } from '../testing/office-scene.ts'

const scene = officeScene()

describe('a card of the demonstration', () => {
  it('signs in and acts from its post', async () => {
    const browser = await scene().as('county-officer')
    const { body } = await browser.get('/api/session')
    expect(body).toMatchObject({ signedIn: true, demo: true, ready: true, kind: 'staff', secondFactor: 'done' })
    expect(body['activePost']).toBe(scene().posts['county-officer'])
    const found = await browser.post('/api/people/search', { text: '单小雨', purpose: 'registration' })
    expect(found).toMatchObject({ status: 200, body: { people: [{ id: scene().people.mother }] } })
    const page = await browser.post(`/api/people/${scene().people.mother}/read`, { purpose: 'registration' })
    expect(page).toMatchObject({ status: 200, body: { name: '单小雨', household: { members: [{}, {}] } } })
  })
})

describe('staff', () => {
  it('sign in by password, set a second factor up, and need it from then on', async () => {
    const browser = scene().visitor()
    expect(await browser.post('/api/sign-in/password', { username: 'reviewer', password })).toMatchObject({
      body: { next: 'set-up-second-factor' },
    })
    expect((await browser.get('/api/staff/posts')).status).toBe(403)
    const set = await browser.post('/api/sign-in/second-factor/set-up', { password })
    expect(set).toMatchObject({ status: 200, body: { uri: expect.stringContaining('otpauth://totp/') } })
    const code = totp(String(set.body['secret']), Date.now())
    expect(await browser.post('/api/sign-in/second-factor', { code })).toMatchObject({ body: { next: 'done' } })
    expect((await browser.get('/api/session')).body).toMatchObject({ secondFactor: 'done' })

    const again = scene().visitor()
    expect(await again.post('/api/sign-in/password', { username: 'Reviewer', password })).toMatchObject({
      body: { next: 'second-factor' },
    })
    expect((await again.get('/api/session')).body).toMatchObject({ signedIn: false, secondFactorWaits: true })
    expect((await again.post('/api/sign-in/second-factor', { code })).status).toBe(401)
    const [backup] = set.body['backupCodes'] as string[]
    expect(await again.post('/api/sign-in/second-factor', { code: backup })).toMatchObject({ body: { next: 'done' } })
    expect((await again.get('/api/session')).body).toMatchObject({ signedIn: true, secondFactor: 'done' })
  })
})

/** RFC 6238, written here so that the library is not its own judge. */
function totp(base32: string, at: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(base32, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
