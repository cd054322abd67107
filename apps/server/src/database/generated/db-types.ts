// Written by apps/server/src/database/schema/generate.ts from a migrated database; do not edit.

/** Rows as they come from the database. A column of a view may always be null. */
export interface Tables {
  readonly 'access.break_glass': {
    readonly region: string
    readonly id: string
    readonly actor: string
    readonly reason: string
    readonly at: string
    readonly reviewed_by: string | null
    readonly reviewed_at: string | null
    readonly finding: string | null
  }
  readonly 'access.case_file': {
    readonly region: string
    readonly case_id: string
    readonly purpose: string
    readonly opened_on: string
    readonly closed_on: string | null
  }
  readonly 'access.post_grant': {
    readonly region: string
    readonly actor: string
    readonly post: string
    readonly townships: readonly string[]
    readonly purposes: readonly string[]
    readonly fields: readonly string[]
    readonly villages: readonly string[]
  }
  readonly 'access.purpose': {
    readonly purpose: string
    readonly categories: readonly string[]
    readonly needs_case: boolean
    readonly forbidden: boolean
  }
  readonly 'audit.chain_head': {
    readonly region: string
    readonly chain: number
    readonly seq: number
    readonly hash: Buffer
  }
  readonly 'audit.entry': {
    readonly region: string
    readonly chain: number
    readonly seq: number
    readonly at: string
    readonly kind: string
    readonly actor: string | null
    readonly subject: string | null
    readonly purpose: string | null
    readonly case_id: string | null
    readonly body: string
    readonly hash: Buffer
  }
  readonly 'register.action': {
    readonly region: string
    readonly id: string
    readonly kind: string
    readonly digest: Buffer
    readonly actor: string
    readonly purpose: string
    readonly case_id: string | null
    readonly at: string
    readonly result: unknown
  }
  readonly 'register.address_key': {
    readonly region: string
    readonly key: string
    readonly household: string
  }
  readonly 'register.fact': {
    readonly region: string
    readonly id: string
    readonly subject: string
    readonly kind: string
    readonly object: string | null
    readonly object_region: string | null
    readonly value: unknown
    readonly valid: string
    readonly recorded_at: string
    readonly source: string
    readonly reference: string | null
    readonly corrects: string | null
    readonly reason: string | null
    readonly action: string
  }
  readonly 'register.fertility_fact': {
    readonly region: string
    readonly id: string
    readonly subject: string
    readonly kind: string
    readonly object: string | null
    readonly object_region: string | null
    readonly value: unknown
    readonly valid: string
    readonly recorded_at: string
    readonly source: string
    readonly reference: string | null
    readonly corrects: string | null
    readonly reason: string | null
    readonly action: string
  }
  readonly 'register.health_fact': {
    readonly region: string
    readonly id: string
    readonly subject: string
    readonly kind: string
    readonly object: string | null
    readonly object_region: string | null
    readonly value: unknown
    readonly valid: string
    readonly recorded_at: string
    readonly source: string
    readonly reference: string | null
    readonly corrects: string | null
    readonly reason: string | null
    readonly action: string
  }
  readonly 'register.household': {
    readonly region: string
    readonly id: string
    readonly township: string
    readonly kind: string
    readonly address: string
    readonly village: string | null
  }
  readonly 'register.identity_number': {
    readonly hash: Buffer
    readonly region: string
    readonly person: string
  }
  readonly 'register.number_key': {
    readonly region: string
    readonly kind: string
    readonly hash: Buffer
    readonly person: string
  }
  readonly 'register.outbox': {
    readonly region: string
    readonly id: string
    readonly topic: string
    readonly body: unknown
    readonly created_at: string
    readonly delivered_at: string | null
    readonly attempts: number
  }
  readonly 'register.person': {
    readonly region: string
    readonly id: string
    readonly township: string
    readonly name: string
    readonly given_name: string
    readonly pinyin: string
    readonly given_pinyin: string
    readonly initials: string
    readonly sex: string | null
    readonly birth_date: string
    readonly death_date: string | null
    readonly ethnicity: string | null
    readonly identity_masked: string | null
    readonly identity_fact: string | null
    readonly phone_masked: string | null
    readonly phone_fact: string | null
    readonly village: string | null
  }
  readonly 'register.person_page': {
    readonly region: string | null
    readonly id: string | null
    readonly township: string | null
    readonly name: string | null
    readonly sex: string | null
    readonly birth_date: string | null
    readonly death_date: string | null
    readonly ethnicity: string | null
    readonly identity_masked: string | null
    readonly phone_masked: string | null
    readonly identity_cipher: Buffer | null
    readonly phone_cipher: Buffer | null
    readonly village: string | null
  }
  readonly 'register.sealed': {
    readonly region: string
    readonly fact: string
    readonly kind: string
    readonly cipher: Buffer
  }
  readonly 'register.tie': {
    readonly region: string
    readonly fact: string
    readonly person: string
    readonly kind: string
    readonly role: string
    readonly other: string
    readonly other_region: string
    readonly valid: string
  }
}
