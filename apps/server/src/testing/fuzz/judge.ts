import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { FuzzRequest } from './requests.ts'
import type { ServedDocument } from './served-document.ts'

export interface FuzzAnswer {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Says what is wrong with an answer to a request, by the service's own description; null: nothing. */
export type Judge = (request: FuzzRequest, answer: FuzzAnswer) => string | null

/** An answer must be one of those described for its operation, and have the form that is described. */
export function makeJudge(
  { whole }: ServedDocument,
  // Without an office, its routes say so: 503.
  { closed = false }: { readonly closed?: boolean } = {},
): Judge {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema(whole, 'api')
  const compiled = new Map<string, ValidateFunction>()
  const validator = (pointer: string): ValidateFunction => {
    const found = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` })
    compiled.set(pointer, found)
    return found
  }
  const wrongForm = (pointer: string, text: string): string | null => {
    const validate = validator(pointer)
    if (validate(parse(text))) return null
    return `not of its form: ${ajv.errorsText(validate.errors, { separator: '; ' }).slice(0, 500)}`
  }
  return ({ operation, spoiled }, { status, type, text }) => {
    if (status >= 500 && !(closed && status === 503)) return 'something broke'
    const [media = ''] = type.split(';')
    if (status >= 400) {
      if (media !== 'application/problem+json') return `a refusal of type ${type}`
      const form = wrongForm('/components/schemas/Problem', text)
      if (form !== null) return form
    }
    if (spoiled === 'another method') return status >= 400 ? null : 'a method that is not described was taken'
    const described = operation.responses[status]
    if (described === undefined) return `status ${status} is not described`
    if (described.content === undefined || text === '') return null
    if (described.content[media] === undefined) return `type ${type} is not described for ${status}`
    if (!media.endsWith('json')) return null
    const steps = ['paths', operation.path, operation.method.toLowerCase(), 'responses', status, 'content', media]
    return wrongForm(`/${[...steps, 'schema'].map((step) => escape(String(step))).join('/')}`, text)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A step of a JSON pointer inside a URI. */
function escape(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))
}
