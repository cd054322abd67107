import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { problem } from '../problems/problem.ts'
import { act } from '../register/act.ts'
import { search } from '../register/search.ts'
import { answers, guardedChange, jsonBody, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id } from '../sign-in/schemas.ts'
import { requireStaff } from '../sign-in/session.ts'
import { todayIn } from '../sign-in/today.ts'
import { accessFrom } from '../staff/own-posts.ts'
import { readPage } from './read-page.ts'
import { ActionAnswer, ActionRequest, FoundPeople, PersonPage, ReadRequest, SearchRequest } from './schemas.ts'

const problems = [...guardedChange, 'forbidden-purpose', 'no-such-case', 'reason-needed'] as const

const find = createRoute({
  method: 'post',
  path: '/api/people/search',
  tags: ['people'],
  summary: 'People of one’s own place, by name, pinyin, number or address',
  description: 'POST, so that no name or number stands in an address or a log. Every search is on the audit chain.',
  request: { body: jsonBody(SearchRequest) },
  responses: answers(FoundPeople, { summary: 'At most 20, numbers masked', problems: [...problems, 'invalid-search'] }),
})

const read = createRoute({
  method: 'post',
  path: '/api/people/{id}/read',
  tags: ['people'],
  summary: 'A person’s page, with every fact’s source and history',
  description: 'The reading, its purpose and case are on the audit chain; the person sees them.',
  request: { params: z.object({ id: Id }), body: jsonBody(ReadRequest) },
  responses: answers(PersonPage, { summary: 'The page', problems: [...problems, 'unknown-record'] }),
})

const write = createRoute({
  method: 'post',
  path: '/api/register/actions',
  tags: ['people'],
  summary: 'The one way to write: register, state, correct',
  request: { body: jsonBody(ActionRequest) },
  responses: answers(ActionAnswer, { summary: 'What was recorded', problems: [...problems, 'invalid-action'] }),
})

export function peopleRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(find, async (c) => {
    const office = c.get('office')
    const { user, activePost } = await requireStaff(c)
    const { text, ...wanted } = c.req.valid('json')
    const access = accessFrom(activePost, { actor: user.id, ...wanted })
    const found = await search({ register: office.register, secrets: office.secrets, access, text })
    if (!found.ok) return problem(c, 'invalid-search', { errors: [found.problem] })
    const { places } = found
    const people = found.people.map((person) => ({
      ...person,
      townshipName: places.get(person.township) ?? null,
      villageName: places.get(person.village ?? '') ?? null,
    }))
    return c.json({ by: found.by, people, more: found.more }, 200, unkept)
  })
  app.openapi(read, async (c) => {
    const office = c.get('office')
    const { user, activePost } = await requireStaff(c)
    const { births, ...wanted } = c.req.valid('json')
    const access = accessFrom(activePost, { actor: user.id, ...wanted })
    const person = c.req.valid('param').id.toLowerCase()
    const page = await readPage({ register: office.register, secrets: office.secrets, access, person, births })
    return page === null ? problem(c, 'unknown-record') : c.json(page, 200, unkept)
  })
  app.openapi(write, async (c) => {
    const office = c.get('office')
    const { user, activePost } = await requireStaff(c)
    const { purpose, caseId, ...input } = c.req.valid('json')
    const now = office.now()
    const outcome = await act({
      register: office.register,
      secrets: office.secrets,
      access: accessFrom(activePost, { actor: user.id, purpose, caseId }),
      input,
      today: todayIn(now),
      now,
    })
    if (!outcome.ok) return problem(c, 'invalid-action', { errors: outcome.problems })
    return c.json({ repeated: outcome.repeated, facts: [...outcome.facts] }, 200, unkept)
  })
  return app
}
