import type { Text } from '@junheng/rules'

/** What staff's pages and the resident's page get from the service. */

export interface PurposeOffered {
  readonly purpose: string
  readonly label: Text
  readonly needsCase: boolean
  readonly forbidden: boolean
}

export interface Post {
  readonly id: string
  readonly kind: string
  readonly title: Text
  readonly unit: { readonly id: string; readonly name: Text }
  readonly region: string
  readonly regionName: Text | null
  readonly area: { readonly code: string; readonly name: Text } | null
  readonly purposes: readonly PurposeOffered[]
  readonly fields: readonly string[]
  /** see-posts, manage-staff, see-log, see-refusals, review, work */
  readonly abilities: readonly string[]
  /** Held in somebody's place. */
  readonly substitute: boolean
}

interface Service {
  /** Cards may be used to sign in. */
  readonly demo: boolean
  readonly ready: boolean
  readonly providers: readonly string[]
  /** Messages are shown on the page and not sent. */
  readonly messages: boolean
  /** A password was right and its code is awaited. */
  readonly secondFactorWaits: boolean
}

interface SignedOut extends Service {
  readonly signedIn: false
}

export interface SignedIn extends Service {
  readonly signedIn: true
  readonly kind: 'staff' | 'resident'
  readonly user: { readonly id: string; readonly name: string }
  readonly secondFactor: 'done' | 'to-set-up'
  readonly expiresAt: string
  readonly posts: readonly Post[]
  readonly activePost: string | null
}

export type Session = SignedOut | SignedIn

export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string
  readonly township: string
  readonly townshipName: Text | null
  readonly village: string | null
  readonly villageName: Text | null
  readonly identityNumber: string | null
  readonly phone: string | null
}

export interface Found {
  readonly by: 'identity' | 'phone' | 'name' | 'pinyin' | 'address'
  readonly people: readonly FoundPerson[]
  readonly more: boolean
}
