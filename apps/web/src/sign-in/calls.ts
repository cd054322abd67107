import type { Session } from '../api/register-types.ts'
import { answerOf, type Schemas, service } from '../api/service.ts'

export type NextStep = Schemas['NextStep']['next']
export type SecondFactorToSetUp = Schemas['SecondFactor']

export async function fetchSession(): Promise<Session> {
  const { kind, user, secondFactor, posts, activePost, ...rest } = await answerOf(service.GET('/api/session'))
  const { demo, ready, preparing, providers, messages, secondFactorWaits } = rest
  const common = {
    demo,
    ready,
    ...(preparing === undefined ? {} : { preparing }),
    providers,
    messages,
    secondFactorWaits,
  }
  if (!rest.signedIn || kind === undefined || user === undefined || secondFactor === undefined)
    return { ...common, signedIn: false }
  return { ...common, signedIn: true, kind, user, secondFactor, posts: posts ?? [], activePost: activePost ?? null }
}

export const signInByPassword = (username: string, password: string) =>
  answerOf(service.POST('/api/sign-in/password', { body: { username, password } }))
export const giveSecondFactor = (code: string) =>
  answerOf(service.POST('/api/sign-in/second-factor', { body: { code } }))
export const setUpSecondFactor = (password: string) =>
  answerOf(service.POST('/api/sign-in/second-factor/set-up', { body: { password } }))
export const sendSms = (phone: string) => answerOf(service.POST('/api/sign-in/sms', { body: { phone } }))
export const verifySms = (given: {
  readonly phone: string
  readonly code: string
  /** Where several people share the phone. */
  readonly name?: string
  readonly idLast4?: string
}) => answerOf(service.POST('/api/sign-in/sms/verify', { body: given }))
export const signOut = () => answerOf(service.POST('/api/sign-out'))
export const choosePost = (post: string) => answerOf(service.POST('/api/session/post', { body: { post } }))
export const fetchCards = () => answerOf(service.GET('/api/demo/cards'))
export const signInByCard = (card: string) => answerOf(service.POST('/api/demo/sign-in', { body: { card } }))
export const fetchDemoMessages = () => answerOf(service.GET('/api/demo/messages'))
