import { answerOf, type Schemas, service } from '../api/service.ts'

export type MyClaim = Schemas['ClaimLine']
export type MyClaimShown = Schemas['ClaimPage']
export type MyPayment = Schemas['MyPayments']['payments'][number]
export type Payee = Schemas['Payee']

const at = (id: string) => ({ path: { id } })

export const fetchMyClaims = () => answerOf(service.GET('/api/my/claims'))
export const fetchMyClaim = (id: string) => answerOf(service.GET('/api/my/claims/{id}', { params: at(id) }))
export const fetchMyPayments = () => answerOf(service.GET('/api/my/payments'))
export const giveAccount = (id: string, payee: Payee) =>
  answerOf(service.POST('/api/my/claims/{id}/account', { params: at(id), body: { id: crypto.randomUUID(), payee } }))
