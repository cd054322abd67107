import type { Schemas } from '../api/service.ts'

export type CaseShown = Schemas['CasePage']
export type CaseItem = CaseShown['items'][number]
export type CaseField = CaseShown['form']['fields'][number]
export type Waiting = CaseShown['waiting'][number]
export type CaseClock = CaseItem['clocks'][number]
export type Facts = Schemas['CaseFacts']
export type Written = Facts[string]
export type CaseActionSent = Schemas['CaseAction']
export type QueueLine = Schemas['CaseQueue']['lines'][number]
