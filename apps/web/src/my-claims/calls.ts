import { newId } from '../api/new-id.ts'
import { answerOf, type Schemas, service } from '../api/service.ts'

export type MyClaim = Schemas['ClaimLine']
export type MyClaimShown = Schemas['ClaimPage']
export type MyPayment = Schemas['MyPayments']['payments'][number]
export type Payee = Schemas['Payee']
export type MyBenefits = Schemas['MyBenefits']
export type MyBenefit = MyBenefits['people'][number]['benefits'][number]
export type BenefitAsked = Schemas['BenefitAsked']
export type AskedFact = BenefitAsked['asks'][number]
/** The county of the session; null while it is on its way. */
export type Here = MyBenefits['region'] | null
export type Stated = Readonly<Record<string, boolean | number | string>>

const at = (id: string) => ({ path: { id } })

export const fetchMyClaims = () => answerOf(service.GET('/api/my/claims'))
export const fetchMyClaim = (id: string) => answerOf(service.GET('/api/my/claims/{id}', { params: at(id) }))
export const fetchMyPayments = () => answerOf(service.GET('/api/my/payments'))
export const giveAccount = (id: string, payee: Payee) =>
  answerOf(service.POST('/api/my/claims/{id}/account', { params: at(id), body: { id: newId(), payee } }))
export const objectTo = (id: string, objection: string, words: string) =>
  answerOf(service.POST('/api/my/claims/{id}/objection', { params: at(id), body: { id: objection, words } }))
export const fetchMyBenefits = () => answerOf(service.GET('/api/my/benefits'))
export const askBenefit = (subject: string, benefit: string, facts: Stated) =>
  answerOf(service.POST('/api/my/benefits/ask', { body: { subject, benefit, facts: { ...facts } } }))
/** `id`: of one filling in, so that pressing twice claims once. */
export const claimBenefit = (
  id: string,
  said: { readonly subject: string; readonly benefit: string; readonly facts: Stated; readonly payee: Payee },
) => answerOf(service.POST('/api/my/claims', { body: { id, ...said, facts: { ...said.facts } } }))
