import { answerOf, type Schemas, service } from '../api/service.ts'

export type ClaimLine = Schemas['ClaimLine']
export type ClaimList = Schemas['ClaimList']
export type ClaimShown = Schemas['ClaimPage']
export type ClaimDeed = Schemas['ClaimDeed']
export type Stage = ClaimLine['stage']

const at = (id: string) => ({ path: { id } })

export const fetchClaims = (stage: Stage | '', after: string | null) =>
  answerOf(
    service.GET('/api/claims', {
      params: { query: { limit: 50, ...(stage === '' ? {} : { stage }), ...(after === null ? {} : { after }) } },
    }),
  )
export const fetchClaim = (id: string) => answerOf(service.GET('/api/claims/{id}', { params: at(id) }))
export const decideOnClaim = (id: string, body: ClaimDeed) =>
  answerOf(service.POST('/api/claims/{id}/actions', { params: at(id), body }))
export type Repayment = Omit<Schemas['Repayment'], 'id'>
/** `id`: of one filling in of the form, so that pressing twice enters it once. */
export const enterRepayment = (claim: string, id: string, said: Repayment) =>
  answerOf(service.POST('/api/claims/{id}/repayments', { params: at(claim), body: { id, ...said } }))
export const recomputeClaims = () => answerOf(service.POST('/api/claims/recompute', { body: {} }))
