import type { Text } from '@junheng/rules'
import { ask } from '../api/ask.ts'
import type { PersonShown } from '../people/calls.ts'

/** One time that somebody saw the resident's data. */
export interface MyReading {
  readonly at: string
  readonly by: { readonly name: string | null; readonly post: Text | null; readonly unit: Text | null } | null
  readonly purpose: Text
  readonly case: string | null
  readonly fields: readonly string[]
  readonly what: Text
}

export const fetchMyRecord = () => ask<PersonShown>('GET', '/api/my/record')
export const fetchMyReadings = () => ask<{ readonly readings: readonly MyReading[] }>('GET', '/api/my/readings')
export const askCorrection = (fact: string, text: string) =>
  ask<unknown>('POST', '/api/my/correction-request', { fact, text })
