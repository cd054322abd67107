import type { Text } from '@junheng/rules'
import { ask } from '../api/ask.ts'

export interface LogEntry {
  readonly chain: number
  readonly seq: number
  readonly at: string
  readonly kind: string
  readonly actor: { readonly id: string; readonly name: string | null; readonly post: Text | null } | null
  readonly subject: string | null
  readonly purpose: string | null
  readonly caseId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface LogPart {
  readonly entries: readonly LogEntry[]
  readonly next: string | null
}

export interface LogQuery {
  readonly from?: string
  readonly to?: string
  readonly kind?: string
  readonly actor?: string
  readonly cursor?: string
}

export interface EmergencyReading {
  readonly id: string
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string | null; readonly post: Text | null }
  readonly reason: string
  readonly reviewedBy: { readonly name: string | null } | null
  readonly reviewedAt: string | null
  readonly finding: string | null
}

export type Verified =
  | { readonly ok: true; readonly entries: number; readonly checkedAt: string }
  | { readonly ok: false; readonly first: { readonly chain: number; readonly seq: number; readonly why: string } }

export function fetchLog(query: LogQuery): Promise<LogPart> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return ask<LogPart>('GET', `/api/access-log${text === '' ? '' : `?${text}`}`)
}

export const fetchRefusals = () => ask<LogPart>('GET', '/api/access-log/refusals')
export const verifyLog = () => ask<Verified>('GET', '/api/access-log/verify')
export const fetchEmergencies = () => ask<{ readonly readings: readonly EmergencyReading[] }>('GET', '/api/break-glass')
export const reviewEmergency = (id: string, finding: string) =>
  ask<unknown>('POST', `/api/break-glass/${id}/review`, { finding })
