import { z } from '@hono/zod-openapi'
import type { Text } from '@junheng/rules'
import type { Context } from 'hono'
import { languageOf } from '../edge/language.ts'
import { type ProblemCode, problemTypes } from './table.ts'

/** RFC 9457 problem details, with the places of all errors at once. */
const Problem = z
  .object({
    type: z.string().openapi({ example: '/problems/unknown-place', description: 'Address of a page about it' }),
    title: z.string().openapi({ example: '没有这个地方' }),
    status: z.int().openapi({ example: 404 }),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string().openapi({ example: 'children[0].birthDate' }), message: z.string() })),
    requestId: z.string(),
  })
  .openapi('Problem')

export interface ProblemError {
  readonly path: string
  readonly message: Text
}

/** Answers with one problem in the reader's language. `detail` defaults to the type's advice. */
export function problem(
  c: Context,
  code: ProblemCode,
  { detail, errors = [], headers = {} }: ProblemOptions = {},
): Response {
  const { status, title, advice } = problemTypes[code]
  const language = languageOf(c)
  const body: z.infer<typeof Problem> = {
    type: `/problems/${code}`,
    title: title[language],
    status,
    detail: (detail ?? advice)[language],
    errors: errors.map(({ path, message }) => ({ path, message: message[language] })),
    requestId: c.get('requestId'),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language === 'zh' ? 'zh-CN' : 'en',
    'cache-control': 'no-store',
    vary: 'Accept-Language',
    ...headers,
  })
}

export interface ProblemOptions {
  readonly detail?: Text
  readonly errors?: readonly ProblemError[]
  readonly headers?: Readonly<Record<string, string>>
}

/** The response entries of a route's description: each code by its status, and `internal`, which any may give. */
export function problemResponses(...codes: readonly ProblemCode[]): ProblemResponses {
  const byStatus: Record<number, { description: string; content: object }> = {}
  for (const code of [...codes, 'internal'] as const) {
    const { status, title } = problemTypes[code]
    const before = byStatus[status]?.description
    const line = `${title.en} (\`${code}\`)`
    byStatus[status] = {
      description: before === undefined ? line : `${before}; ${line}`,
      content: { 'application/problem+json': { schema: Problem } },
    }
  }
  return byStatus as unknown as ProblemResponses
}

/** Named without content, so that a handler may answer with the finished Response of `problem`. */
interface ProblemResponses {
  readonly 500: { readonly description: string }
}
