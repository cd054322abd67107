import { answerOf, type Schemas, service } from '../api/service.ts'
import type { CaseShown, Facts } from '../cases/case-types.ts'

export type MyCase = Schemas['MyCases']['cases'][number]

const at = (id: string) => ({ path: { id } })

export const fetchMyCases = () => answerOf(service.GET('/api/my/cases'))
export const fetchMyCase = (id: string): Promise<CaseShown> =>
  answerOf(service.GET('/api/my/cases/{id}', { params: at(id) }))
export const confirmCase = (id: string, body: { readonly id: string; readonly form: string; readonly facts: Facts }) =>
  answerOf(service.POST('/api/my/cases/{id}/confirm', { params: at(id), body }))
export const actOnMyCase = (id: string, action: Schemas['CaseAction']) =>
  answerOf(service.POST('/api/my/cases/{id}/actions', { params: at(id), body: action }))
/** A birth outside a hospital, by one of its parents. */
export const tellOfBirth = (body: Schemas['BirthNotice']) => answerOf(service.POST('/api/my/births', { body }))
