import * as fc from 'fast-check'
import type { Operation, ServedDocument } from './served-document.ts'
import { valuesOf, type KnownIds } from './values.ts'

/** A request made by chance after the service's own description. */
export interface FuzzRequest {
  readonly operation: Operation
  readonly method: string
  readonly path: string
  readonly body: string | Uint8Array<ArrayBuffer> | null
  readonly headers: Readonly<Record<string, string>>
  /** How it was spoiled on its way; '': not at all. */
  readonly spoiled: string
}

type Spoil = (request: FuzzRequest) => Partial<FuzzRequest>

const cookie = (value: string) => (): Partial<FuzzRequest> => ({ headers: { cookie: value } })
const typed = (type: string) => (): Partial<FuzzRequest> => ({ headers: { 'content-type': type } })
const whole = '[1,{"a":"b"}]'

/** What happens to requests on their way. A header that is set here takes the place of the right one. */
const spoils: Readonly<Record<string, Spoil>> = {
  'cut off': ({ body }) => ({ body: typeof body === 'string' ? body.slice(0, -2) : null }),
  'no JSON': () => ({ body: '{"a":' }),
  'another JSON': () => ({ body: whole }),
  'an empty body': () => ({ body: '' }),
  'no UTF-8': () => ({ body: Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d) }),
  'a long body': () => ({ body: JSON.stringify({ id: 'a'.repeat(70_000) }) }),
  'a deep body': () => ({ body: `${'['.repeat(9000)}${']'.repeat(9000)}` }),
  'one key twice': () => ({ body: '{"id":1,"id":2,"__proto__":{"id":3}}' }),
  'a plain type': typed('text/plain'),
  'a form': typed('application/x-www-form-urlencoded'),
  'a broken form': typed('multipart/form-data'),
  'another charset': typed('application/json; charset=utf-16'),
  'no type that is one': typed(';;;'),
  'a file': typed('application/octet-stream'),
  'a forged cookie': cookie('junheng.session_token=x.y'),
  'a cookie that is none': cookie(`junheng.session_token=${'%ff'.repeat(50)}; ;=;`),
  'a page of another site': () => ({ headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }),
  'no origin at all': () => ({ headers: { origin: 'null' } }),
  'an odd language': () => ({ headers: { 'accept-language': 'xx;q=9, *;q=-1,,' } }),
  'an odd proxy': () => ({ headers: { 'x-forwarded-for': '::1, nobody', forwarded: 'for=unknown' } }),
  'a query nobody asked for': ({ path }) => ({
    path: `${path}${path.includes('?') ? '&' : '?'}limit=-1&limit=x&%00=%00`,
  }),
  'another method': ({ method }) => ({ method: method === 'PATCH' ? 'DELETE' : 'PATCH' }),
}

/** Requests to one operation: half of them right in form, most others with something wrong inside, some spoiled. */
export function fuzzRequests(
  { components }: Pick<ServedDocument, 'components'>,
  operation: Operation,
  known: KnownIds,
): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    { weight: 5, arbitrary: made(operation, valuesOf(components, { known, nastiness: 0 })) },
    { weight: 4, arbitrary: made(operation, valuesOf(components, { known, nastiness: 1 })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          made(operation, valuesOf(components, { known, nastiness: 0 })),
          fc.constantFrom(...Object.entries(spoils)),
        )
        .map(([request, [name, spoil]]) => {
          const { headers = {}, ...changed } = spoil(request)
          return { ...request, ...changed, headers: { ...request.headers, ...headers }, spoiled: name }
        }),
    },
  )
}

function made(operation: Operation, values: ReturnType<typeof valuesOf>): fc.Arbitrary<FuzzRequest> {
  const { method, path, parameters, body } = operation
  return fc
    .record({
      filled: fc.tuple(
        ...parameters.map(({ name, in: where, schema }) =>
          values(schema, where === 'path' ? collectionOf(path, name) : name),
        ),
      ),
      // Half of what may be left out is.
      given: fc.array(fc.boolean(), { minLength: parameters.length, maxLength: parameters.length }),
      sent: bodies(body, values),
    })
    .map(({ filled, given, sent }) => ({
      operation,
      method,
      path: addressOf(operation, filled, given),
      body: sent,
      headers: {
        ...(body === null ? {} : { 'content-type': body.type }),
        ...Object.fromEntries(
          parameters.flatMap(({ name, in: where }, at) =>
            where === 'header' ? [[name, encodeURIComponent(textOf(filled[at]).toWellFormed()).slice(0, 200)]] : [],
          ),
        ),
      },
      spoiled: '',
    }))
}

function bodies(body: Operation['body'], values: ReturnType<typeof valuesOf>): fc.Arbitrary<FuzzRequest['body']> {
  if (body === null) return fc.constant(null)
  return body.type === 'application/json' ? values(body.schema, '').map((value) => JSON.stringify(value)) : files
}

const files = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
  fc.constant(new TextEncoder().encode('%PDF-1.7\n%%EOF')),
  fc.constant(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0)),
)

/** `cases` of `/api/my/cases/{id}`: what the id is of. */
function collectionOf(path: string, name: string): string {
  const parts = path.split('/')
  return parts[parts.indexOf(`{${name}}`) - 1] ?? ''
}

function addressOf({ path, parameters }: Operation, filled: readonly unknown[], given: readonly boolean[]): string {
  const text = (at: number) => encodeURIComponent(textOf(filled[at]).slice(0, 500).toWellFormed())
  const address = parameters.reduce(
    // What is empty or only dots would be another address.
    (sofar, { name, in: where }, at) =>
      where === 'path' ? sofar.replace(`{${name}}`, () => (/^\.*$/u.test(text(at)) ? 'x' : text(at))) : sofar,
    path,
  )
  const query = parameters.flatMap(({ name, in: where }, at) =>
    where === 'query' && given[at] === true ? [`${name}=${text(at)}`] : [],
  )
  return query.length === 0 ? address : `${address}?${query.join('&')}`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '').toWellFormed()
}
