import type { FieldOfPerson } from '../api/register-types.ts'
import { answerOf, type Schemas, service } from '../api/service.ts'
import type { Why } from './purpose/work-purpose.ts'

export type PersonShown = Schemas['PersonPage']
export type PersonFact = Schemas['Fact']

export const searchPeople = (text: string, why: Why) =>
  answerOf(service.POST('/api/people/search', { body: { text, ...why } }))

export interface Reading extends Why {
  readonly fields: readonly FieldOfPerson[]
  readonly births: boolean
  readonly reason?: string
}

export const readPerson = (id: string, { fields, ...reading }: Reading) =>
  answerOf(
    service.POST('/api/people/{id}/read', { params: { path: { id } }, body: { ...reading, fields: [...fields] } }),
  )

export interface ActionToSend {
  readonly id: string
  readonly region: string
  readonly source: { readonly kind: 'declared' | 'document' | 'department'; readonly reference: string | null }
  readonly command: { readonly kind: string } & Readonly<Record<string, unknown>>
}

export const sendAction = (action: ActionToSend, why: Why) =>
  answerOf(service.POST('/api/register/actions', { body: { ...action, ...why } }))

export const fetchCases = () => answerOf(service.GET('/api/cases'))
export const openCase = (purpose: Why['purpose']) => answerOf(service.POST('/api/cases', { body: { purpose } }))
