import { answerOf, type Schemas, service } from '../api/service.ts'
import type { CaseActionSent, CaseShown } from './case-types.ts'

export type QueuePage = Schemas['CaseQueue']
export type OverviewShown = Schemas['CaseOverview']

export interface QueueFilter {
  /** Empty: all. */
  readonly unit: string
  readonly procedure: string
  readonly late: boolean
}

export const fetchQueue = ({ unit, procedure, late }: QueueFilter, after: string | null) =>
  answerOf(
    service.GET('/api/cases/queue', {
      params: {
        query: {
          limit: 50,
          ...(unit === '' ? {} : { unit }),
          ...(procedure === '' ? {} : { procedure }),
          ...(late ? { late: 'true' as const } : {}),
          ...(after === null ? {} : { after }),
        },
      },
    }),
  )
export const fetchCase = (id: string): Promise<CaseShown> =>
  answerOf(service.GET('/api/cases/{id}', { params: { path: { id } } }))
export const actOnCase = (id: string, action: CaseActionSent) =>
  answerOf(service.POST('/api/cases/{id}/actions', { params: { path: { id } }, body: action }))
export const actOnCases = (actions: readonly { readonly caseId: string; readonly action: CaseActionSent }[]) =>
  answerOf(service.POST('/api/cases/actions', { body: { actions: [...actions] } }))
export const fetchOverview = () => answerOf(service.GET('/api/cases/overview'))
export const fetchColleagues = () => answerOf(service.GET('/api/cases/colleagues'))
