import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeSender } from './testing/fuzz/attempts.ts'
import { makeJudge } from './testing/fuzz/judge.ts'
import { fuzzRequests } from './testing/fuzz/requests.ts'
import { readServedDocument } from './testing/fuzz/served-document.ts'
import { realApp } from './testing/real-app.ts'

/** The quick half of the fuzz: no database, so that the office's routes say they are not open. fuzz.db.test.ts does the rest. */
it('answers requests made by chance as it describes, also while the office is not open', async () => {
  const { app, library } = await realApp()
  const document = await readServedDocument(app)
  const judge = makeJudge(document, { closed: true })
  const places = [...library.places.keys(), 'atlantis']
  const send = makeSender(app, () => Promise.reject(new Error('nobody can sign in')))
  const wrong: object[] = []
  const statuses = new Set<number>()
  for (const [at, operation] of document.operations.entries()) {
    const numRuns = /^\/api\/(places|regions|schema)/u.test(operation.path) ? 30 : 4
    for (const request of fc.sample(
      fuzzRequests(document, operation, () => places),
      { numRuns, seed: at },
    )) {
      const answer = await send(request, null)
      statuses.add(answer.status)
      const fault = judge(request, answer)
      if (fault !== null)
        wrong.push({ fault, ...answer, method: request.method, path: request.path, body: request.body })
    }
  }
  expect(wrong).toEqual([])
  for (const status of [200, 400, 404, 405, 415, 503]) expect([...statuses]).toContain(status)
})
