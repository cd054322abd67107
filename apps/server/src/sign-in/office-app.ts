import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { rejectInvalid } from '../edge/reject-invalid.ts'
import { problemResponses } from '../problems/problem.ts'
import type { ProblemCode } from '../problems/table.ts'
import type { OfficeEnv } from './office.ts'

/** An empty set of routes of the office. */
export function officeApp(): OpenAPIHono<OfficeEnv> {
  return new OpenAPIHono<OfficeEnv>({ defaultHook: (result, c) => rejectInvalid(result, c as unknown as Context) })
}

/** What a route that anybody may read can answer besides; then one that changes something; then those for the signed in. */
export const open = ['invalid-request', 'too-many-requests', 'not-ready', 'method-not-allowed'] as const
export const openChange = [...open, 'cross-site', 'unsupported-media-type', 'not-json', 'body-too-large'] as const
const signedIn = ['sign-in-needed', 'second-factor-needed', 'not-allowed', 'no-post'] as const
export const guarded = [...open, ...signedIn] as const
export const guardedChange = [...openChange, ...signedIn] as const

/** The responses of a route: what it answers, and the problems it may tell of. */
export function answers<Answer extends z.ZodType>(
  schema: Answer,
  { summary, problems }: { readonly summary: string; readonly problems: readonly ProblemCode[] },
) {
  return {
    200: { description: summary, content: { 'application/json': { schema } } },
    ...problemResponses(...problems),
  }
}

/** The body of a request, as JSON. */
export function jsonBody<Body extends z.ZodType>(schema: Body) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** Nothing about people or sessions is kept by browsers or what lies between. */
export const unkept = { 'cache-control': 'no-store' } as const
