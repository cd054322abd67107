import { describe, expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { verifyPassword } from '../sign-in/password-hash.ts'
import { loadStaff } from './load-staff.ts'
import { readStaffPlan } from './staff-plan.ts'

const database = testDatabase()
const name = (zh: string) => ({ zh, en: zh })
const file = {
  region: '421202',
  places: [
    { code: '421202001201', name: name('青龙村') },
    { code: '421202', name: name('咸安区') },
    { code: '421202001', name: name('永安街道') },
  ],
  units: [
    { key: 'bureau', area: '421202', name: name('区卫健局') },
    { key: 'street', area: '421202001', name: name('永安街道办') },
  ],
  posts: [
    { kind: 'administrator', unit: 'bureau', area: '421202', openedOn: '2026-01-01' },
    { kind: 'village-worker', unit: 'street', area: '421202001201', openedOn: '2026-01-01' },
  ],
  administrator: { name: '许一', username: 'xu.yi' },
}

describe('a file of posts', () => {
  it('sets a county up with its first administrator, once', async () => {
    const read = readStaffPlan(file)
    if (!read.ok) throw new Error(read.problems.join())
    const client = await database().owner.connect()
    const password = await loadStaff(client, read.plan)
    const { rows } = await client.query<{ id: string; username: string; password: string }>(
      'select u.id, u.username, a.password from auth.user u join auth.account a on a.user_id = u.id',
    )
    const { rows: held } = await client.query<{ holder: string; kind: string; purposes: string[] }>(
      `select h.holder, p.kind, g.purposes from staff.holding h join staff.post p on p.region = h.region and p.id = h.post
       join access.post_grant g on g.region = h.region and g.holding = h.id`,
    )
    expect(rows).toMatchObject([{ username: 'xu.yi' }])
    expect(held).toEqual([{ holder: rows[0]?.id, kind: 'administrator', purposes: [] }])
    expect(await verifyPassword({ hash: rows[0]?.password ?? '', password })).toBe(true)
    expect(await verifyPassword({ hash: rows[0]?.password ?? '', password: `${password}x` })).toBe(false)
    await expect(loadStaff(client, read.plan)).rejects.toMatchObject({ code: 'staff-exists' })
    expect((await client.query('select from staff.post')).rowCount).toBe(2)
    expect((await verifyChains(client)).broken).toEqual([])
    client.release()
  })

  it('with mistakes is refused with all of them', () => {
    const read = (changes: object) => {
      const answer = readStaffPlan({ ...file, ...changes })
      return answer.ok ? [] : answer.problems
    }
    expect(read({ places: file.places.slice(0, 1) })).toEqual([
      'places: the county 421202 itself is missing',
      'places: the township of 421202001201 is missing',
      'units.bureau: 421202 is not among the places',
      'units.street: 421202001 is not among the places',
      'posts.0: 421202 is not among the places',
    ])
    const [admin, worker] = file.posts
    expect(read({ posts: [{ ...worker, unit: 'nowhere', area: '421202001' }] })).toEqual([
      'posts.0: nowhere is not among the units',
      'posts.0: a village-worker is of a place of 12 digits',
      'posts: nobody would administer',
    ])
    expect(read({ posts: [{ ...admin, kind: 'king' }] })[0]).toContain('posts.0.kind')
    expect(read({ more: 1 })[0]).toContain('more')
    expect(readStaffPlan(null).ok).toBe(false)
  })
})
