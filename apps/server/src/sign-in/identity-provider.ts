/** What every identity provider by OpenID Connect needs. */
interface Provider {
  /** Last part of the address to which it sends people back, and of what is kept of its accounts. */
  readonly id: string
  /** As people know it: on the button. Null: no name was set. */
  readonly name: string | null
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Staff: who comes must have been tied to it by an administrator. */
export interface StaffProvider extends Provider {
  readonly people: 'staff'
}

/** Residents: who comes is the person of the register that the claims name, if the provider has verified it. */
export interface ResidentProvider extends Provider {
  readonly people: 'residents'
  readonly scopes: readonly string[]
  readonly claims: ResidentClaims
  /** Beginnings of region codes that the provider may speak for; empty: every county served. */
  readonly regions: readonly string[]
}

export type IdentityProvider = StaffProvider | ResidentProvider

/** The names of the provider's claims; a dot leads into an object. Null: it tells no such thing. */
export interface ResidentClaims {
  readonly identity: string | null
  readonly phone: string | null
  /** Held against the name on file. */
  readonly name: string | null
  /** Must be true. Where only a phone is told it is never null. */
  readonly verified: string | null
  /** Region code of two to twelve digits: nobody of another is let in. */
  readonly region: string | null
}
