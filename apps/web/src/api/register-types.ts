import type { Schemas } from './service.ts'

export type Post = Schemas['Post']
export type PurposeOffered = Post['purposes'][number]
export type Purpose = Schemas['Purpose']
export type FieldOfPerson = Schemas['Field']
export type Found = Schemas['FoundPeople']
export type FoundPerson = Found['people'][number]

type Service = Pick<Schemas['Session'], 'demo' | 'ready' | 'preparing' | 'providers' | 'messages' | 'secondFactorWaits'>

export interface SignedOut extends Service {
  readonly signedIn: false
}

export interface SignedIn extends Service {
  readonly signedIn: true
  readonly kind: 'staff' | 'resident'
  readonly user: { readonly id: string; readonly name: string }
  readonly secondFactor: 'done' | 'to-set-up'
  readonly posts: readonly Post[]
  readonly activePost: string | null
}

/** Who is signed in, as two cases: the description has one with everything optional. */
export type Session = SignedOut | SignedIn
