import type { Text } from '@junheng/rules'
import { ask } from '../api/ask.ts'
import type { Found } from '../api/register-types.ts'
import type { Why } from './purpose/work-purpose.ts'

export interface PersonFact {
  readonly id: string
  readonly kind: string
  readonly label: Text
  readonly object: { readonly id: string; readonly region: string; readonly name: string | null } | null
  /** null: what it corrects is withdrawn. */
  readonly value: Readonly<Record<string, string | null>> | null
  readonly from: string
  readonly to: string | null
  readonly recordedAt: string
  readonly source: { readonly kind: string; readonly label: Text; readonly reference: string | null }
  readonly recordedBy: { readonly name: string; readonly post: Text | null } | null
  readonly believed: boolean
  readonly corrects: string | null
  readonly correctedBy: string | null
  readonly reason: string | null
  /** A health note in clear. */
  readonly note: string | null
}

export interface Member {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly sex: string | null
  readonly birthDate: string
}

export interface TieShown {
  readonly kind: string
  readonly person: string | null
  readonly name: string | null
  readonly from: string
  readonly to: string | null
}

export interface PersonShown {
  readonly id: string
  readonly region: string
  readonly township: string
  readonly townshipName: Text | null
  readonly village: string | null
  readonly villageName: Text | null
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string
  readonly deathDate: string | null
  readonly ethnicity: string | null
  readonly identityNumber: string | null
  readonly phone: string | null
  readonly history: readonly PersonFact[]
  readonly household: {
    readonly id: string
    readonly address: string | null
    readonly members: readonly Member[]
  } | null
  readonly ties: readonly TieShown[]
}

export interface CaseFile {
  readonly caseId: string
  readonly purpose: string
  readonly openedOn: string
  readonly label: Text
}

export const searchPeople = (text: string, why: Why) => ask<Found>('POST', '/api/people/search', { text, ...why })

export interface Reading extends Why {
  readonly fields: readonly string[]
  readonly births: boolean
  readonly reason?: string
}

export const readPerson = (id: string, reading: Reading) =>
  ask<PersonShown>('POST', `/api/people/${id}/read`, { ...reading })

export interface ActionToSend {
  readonly id: string
  readonly region: string
  readonly source: { readonly kind: string; readonly reference: string | null }
  readonly command: Readonly<Record<string, unknown>>
}

export const sendAction = (action: ActionToSend, why: Why) =>
  ask<{ readonly repeated: boolean; readonly facts: readonly string[] }>('POST', '/api/register/actions', {
    ...action,
    ...why,
  })

export const fetchCases = () => ask<{ readonly cases: readonly CaseFile[] }>('GET', '/api/cases')
export const openCase = (purpose: string) => ask<{ readonly caseId: string }>('POST', '/api/cases', { purpose })
