import { randomBytes, randomUUID } from 'node:crypto'
import { DomainError } from '@junheng/kernel'
import type { ClientBase } from 'pg'
import { hashPassword } from '../sign-in/password-hash.ts'
import { addStaffUser } from './add-user.ts'
import type { StaffPlan } from './staff-plan.ts'

/**
 * Writes the places, units and posts of a county and its first administrator, as the owner, all or nothing; returns the
 * administrator's first password. Throws `staff-exists` where the county has staff already.
 */
export async function loadStaff(
  client: ClientBase,
  { region, places, units, posts, administrator }: StaffPlan,
): Promise<string> {
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await hashPassword(password)
  await client.query('begin')
  try {
    const { rowCount } = await client.query('select from staff.place where region = $1 limit 1', [region])
    if (rowCount !== 0) throw staffExists(region)
    for (const { code, name } of places.toSorted((a, b) => a.code.length - b.code.length)) {
      await client.query(
        'insert into staff.place (region, code, parent, name_zh, name_en) values ($1, $2, $3, $4, $5)',
        [region, code, code.length === 6 ? null : code.slice(0, code.length - 3), name.zh, name.en],
      )
    }
    const ids = new Map(units.map(({ key }) => [key, randomUUID()]))
    for (const { key, area, name } of units) {
      await client.query('insert into staff.unit (region, id, area, name_zh, name_en) values ($1, $2, $3, $4, $5)', [
        region,
        ids.get(key),
        area,
        name.zh,
        name.en,
      ])
    }
    const made = posts.map((post) => ({ ...post, id: randomUUID() }))
    for (const { id, kind, unit, area, openedOn } of made) {
      await client.query(
        'insert into staff.post (region, id, kind, unit, area, opened_on) values ($1, $2, $3, $4, $5, $6)',
        [region, id, kind, ids.get(unit), area, openedOn],
      )
    }
    const reader = {
      query: async (sql: string, values?: readonly unknown[]) => (await client.query(sql, [...(values ?? [])])).rows,
    }
    const user = await addStaffUser(reader, { ...administrator, region, passwordHash, phone: null })
    const own = made.find(({ kind }) => kind === 'administrator')
    await client.query(`select staff.hold($1, $2, $3, $4, 'holder', daterange(staff.today(), null), null)`, [
      region,
      randomUUID(),
      own?.id,
      user,
    ])
    await client.query('select audit.append($1, 0, $2, null, $3, null, null, $4)', [
      region,
      'appointed',
      user,
      JSON.stringify({ post: own?.id, by: 'the operator, from a file' }),
    ])
    await client.query('commit')
    return password
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

function staffExists(region: string): DomainError<'staff-exists'> {
  return new DomainError('staff-exists', {
    text: {
      zh: `${region} 已有岗位和人员；以后的变动由系统管理员在页面上办理`,
      en: `${region} has posts and staff already; administrators change them on their pages`,
    },
    info: { region },
  })
}
