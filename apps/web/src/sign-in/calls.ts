import type { Text } from '@junheng/rules'
import { ask } from '../api/ask.ts'
import type { Session } from '../api/register-types.ts'

export interface DemoCard {
  readonly id: string
  readonly name: string
  readonly post: Text
  readonly what: Text
}

/** What comes after a password. */
export type NextStep = 'second-factor' | 'done' | 'set-up-second-factor' | 'who-are-you'

interface Next {
  readonly next: NextStep
}

export interface SecondFactorToSetUp {
  readonly uri: string
  readonly secret: string
  readonly backupCodes: readonly string[]
}

export interface DemoMessage {
  readonly at: string
  readonly to: string
  readonly text: string
}

export const fetchSession = () => ask<Session>('GET', '/api/session')
export const signInByPassword = (username: string, password: string) =>
  ask<Next>('POST', '/api/sign-in/password', { username, password })
export const giveSecondFactor = (code: string) => ask<Next>('POST', '/api/sign-in/second-factor', { code })
export const setUpSecondFactor = (password: string) =>
  ask<SecondFactorToSetUp>('POST', '/api/sign-in/second-factor/set-up', { password })
export const sendSms = (phone: string) => ask<unknown>('POST', '/api/sign-in/sms', { phone })
export const verifySms = (given: {
  readonly phone: string
  readonly code: string
  /** Where several people share the phone. */
  readonly name?: string
  readonly idLast4?: string
}) => ask<Next>('POST', '/api/sign-in/sms/verify', given)
export const signOut = () => ask<unknown>('POST', '/api/sign-out')
export const choosePost = (post: string) => ask<unknown>('POST', '/api/session/post', { post })
export const fetchCards = () => ask<{ readonly cards: readonly DemoCard[] }>('GET', '/api/demo/cards')
export const signInByCard = (card: string) => ask<unknown>('POST', '/api/demo/sign-in', { card })
export const fetchDemoMessages = () => ask<{ readonly messages: readonly DemoMessage[] }>('GET', '/api/demo/messages')
