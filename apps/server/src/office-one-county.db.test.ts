import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { beyondOneCounty } from './database/testing/beyond-one-county.ts'
import { person, region } from './register/testing/scene.ts'
import { officeScene, roles, townshipCode, unlimited, villageCode } from './testing/office-scene.ts'

const statements = new Set<string>()
const scene = officeScene({
  limits: unlimited,
  watch: (sql) => void statements.add(sql.replace(/\s+/g, ' ').trim()),
})

it('no statement of the office reaches beyond one county', { timeout: 300_000 }, async () => {
  const { people, vacantPost, users } = scene()
  for (const role of roles) {
    const browser = await scene().as(role)
    const { body: opened } = await browser.post('/api/cases', { purpose: 'benefit', about: people.mother })
    const caseId = typeof opened['caseId'] === 'string' ? opened['caseId'] : 'none'
    const posts: readonly (readonly [string, object])[] = [
      ['/api/people/search', { text: '单小雨', purpose: 'registration' }],
      ['/api/people/search', { text: '怀德路12号', purpose: 'registration' }],
      [`/api/people/${people.mother}/read`, { purpose: 'benefit', caseId, fields: ['phone'] }],
      [`/api/people/${people.child}/read`, { purpose: 'emergency', reason: '孩子走失需要马上联系监护人' }],
      [`/api/cases/${caseId}/close`, {}],
      ['/api/my/correction-request', { text: '民族写错了' }],
      [`/api/staff/corrections/${randomUUID()}/answer`, { answer: '已更正' }],
      [`/api/staff/posts/${vacantPost}/holder`, { user: users.reviewer, from: '2026-01-01' }],
      ['/api/staff/users', { name: '新人', username: `new.${role}` }],
      [`/api/staff/users/${users['school-clerk']}/reset`, {}],
      [`/api/break-glass/${randomUUID()}/review`, { finding: '属实' }],
    ]
    for (const [path, body] of posts) await browser.post(path, body)
    const command = person({ township: townshipCode, village: villageCode })
    const source = { kind: 'declared', reference: null }
    await browser.post('/api/register/actions', { id: randomUUID(), region, source, command, purpose: 'registration' })
    for (const path of [
      '/api/staff/posts',
      '/api/staff/users',
      '/api/staff/work',
      '/api/cases',
      '/api/access-log',
      '/api/access-log/refusals',
      '/api/break-glass',
      '/api/my/record',
      '/api/my/readings',
      '/api/my/correction-requests',
    ]) {
      await browser.get(path)
    }
  }
  expect(statements.size).toBeGreaterThan(40)
  expect([...statements].filter((sql) => beyondOneCounty(sql).length > 0)).toEqual([])
})
