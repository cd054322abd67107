import { fromDayNumber, getDay, toDayNumber } from '@junheng/kernel'
import { answerOf, type Schemas, service } from '../api/service.ts'

export type LogEntry = Schemas['LogEntry']
export type LogPart = Schemas['AccessLog']
export type EmergencyReading = Schemas['BreakGlass']['readings'][number]
export type Verified = Schemas['Verification']

export interface LogQuery {
  /** Days, both counted in; empty: no bound. */
  readonly from?: string
  readonly to?: string
  readonly kind?: string
  readonly cursor?: string
}

/** Entries, newest first. People count the last day in; the service names the first day no longer. */
export function fetchLog({ from, to, kind, cursor }: LogQuery): Promise<LogPart> {
  const query = {
    ...(from ? { from } : {}),
    ...(to ? { to: fromDayNumber(toDayNumber(getDay(to)) + 1) } : {}),
    ...(kind ? { kind } : {}),
    ...(cursor ? { cursor } : {}),
  }
  return answerOf(service.GET('/api/access-log', { params: { query } }))
}

export const fetchRefusals = () => answerOf(service.GET('/api/access-log/refusals'))
export const verifyLog = () => answerOf(service.GET('/api/access-log/verify'))
export const fetchEmergencies = () => answerOf(service.GET('/api/break-glass'))
export const reviewEmergency = (id: string, finding: string) =>
  answerOf(service.POST('/api/break-glass/{id}/review', { params: { path: { id } }, body: { finding } }))
