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
    readonly post: string | null
  }
  readonly 'access.case_file': {
    readonly region: string
    readonly case_id: string
    readonly purpose: string
    readonly opened_on: string
    readonly closed_on: string | null
    readonly post: string | null
    readonly about: string | null
    readonly opened_by: string | null
  }
  readonly 'access.post_grant': {
    readonly region: string
    readonly actor: string
    readonly post: string
    readonly townships: readonly string[]
    readonly purposes: readonly string[]
    readonly fields: readonly string[]
    readonly villages: readonly string[]
    readonly valid: string
    readonly post_id: string | null
    readonly holding: string | null
  }
  readonly 'access.purpose': {
    readonly purpose: string
    readonly categories: readonly string[]
    readonly needs_case: boolean
    readonly forbidden: boolean
  }
  readonly 'access.resident': {
    readonly region: string
    readonly actor: string
    readonly person: string
    readonly linked_at: string
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
  readonly 'auth.account': {
    readonly id: string
    readonly account_id: string
    readonly provider_id: string
    readonly user_id: string
    readonly access_token: string | null
    readonly refresh_token: string | null
    readonly id_token: string | null
    readonly access_token_expires_at: string | null
    readonly refresh_token_expires_at: string | null
    readonly scope: string | null
    readonly password: string | null
    readonly created_at: string
    readonly updated_at: string
  }
  readonly 'auth.failure': {
    readonly subject: string
    readonly failures: number
    readonly last_at: string
    readonly locked_until: string | null
  }
  readonly 'auth.one_time_code': {
    readonly phone_hash: string
    readonly code_hash: string
    readonly tries: number
    readonly sent_at: string
    readonly expires_at: string
  }
  readonly 'auth.rate_limit': {
    readonly key: string
    readonly points: number
    readonly expire: number | null
  }
  readonly 'auth.session': {
    readonly id: string
    readonly user_id: string
    readonly token: string
    readonly expires_at: string
    readonly ip_address: string | null
    readonly user_agent: string | null
    readonly created_at: string
    readonly updated_at: string
    readonly method: string
    readonly active_post: string | null
  }
  readonly 'auth.two_factor': {
    readonly id: string
    readonly secret: string
    readonly backup_codes: string
    readonly user_id: string
    readonly verified: boolean
    readonly failed_verification_count: number
    readonly locked_until: string | null
  }
  readonly 'auth.used_code': {
    readonly user_id: string
    readonly digest: string
    readonly used_at: string
  }
  readonly 'auth.user': {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly email_verified: boolean
    readonly image: string | null
    readonly created_at: string
    readonly updated_at: string
    readonly username: string | null
    readonly display_username: string | null
    readonly two_factor_enabled: boolean
    readonly kind: string
    readonly region: string
    readonly phone_hash: string | null
    readonly phone_masked: string | null
  }
  readonly 'auth.verification': {
    readonly id: string
    readonly identifier: string
    readonly value: string
    readonly expires_at: string
    readonly created_at: string
    readonly updated_at: string
  }
  readonly 'casework.action': {
    readonly region: string
    readonly case_id: string
    readonly seq: number
    readonly id: string
    readonly kind: string
    readonly item: string | null
    readonly unit: string
    readonly actor: string
    readonly done_on: string
    readonly recorded_at: string
    readonly body: Buffer
  }
  readonly 'casework.answer_seen': {
    readonly region: string
    readonly id: string
    readonly delivery: string
    readonly case_id: string
    readonly item: string
    readonly sequence: number
    readonly outcome: string
    readonly taken: string
    readonly at: string
  }
  readonly 'casework.birth_key': {
    readonly region: string
    readonly key: Buffer
    readonly case_id: string
    readonly mother: Buffer
  }
  readonly 'casework.case_key': {
    readonly region: string
    readonly key: Buffer
    readonly case_id: string
  }
  readonly 'casework.case_row': {
    readonly region: string
    readonly id: string
    readonly number: string
    readonly procedure: string
    readonly version_from: string | null
    readonly subject: string | null
    readonly people: readonly string[]
    readonly township: string | null
    readonly village: string | null
    readonly office: string | null
    readonly opened_on: string
    readonly ended_on: string | null
    readonly status: string
    readonly seq: number
    readonly state: Buffer
  }
  readonly 'casework.circuit': {
    readonly region: string
    readonly department: string
    readonly failures: number
    readonly open_until: string | null
  }
  readonly 'casework.counter': {
    readonly region: string
    readonly year: number
    readonly last: number
  }
  readonly 'casework.delivery': {
    readonly region: string
    readonly id: string
    readonly case_id: string
    readonly case_seq: number
    readonly item: string
    readonly department: string
    readonly kind: string
    readonly state: string
    readonly attempts: number
    readonly next_at: string | null
    readonly last_error: string | null
    readonly reference: string | null
    readonly created_at: string
    readonly sent_at: string | null
    readonly body: Buffer
  }
  readonly 'casework.document': {
    readonly region: string
    readonly id: string
    readonly case_id: string
    readonly people: readonly string[]
    readonly item: string | null
    readonly paper: string | null
    readonly type: string
    readonly bytes: number
    readonly sha256: Buffer
    readonly uploaded_by: string
    readonly uploaded_at: string
    readonly content: Buffer
  }
  readonly 'casework.family_notice': {
    readonly region: string
    readonly id: string
    readonly case_id: string
    readonly topic: string
    readonly body: unknown
    readonly created_at: string
    readonly state: string
    readonly about: string | null
    readonly why: string | null
    readonly attempts: number
    readonly next_at: string | null
    readonly told: string | null
    readonly told_at: string | null
    readonly last_error: string | null
  }
  readonly 'casework.followed': {
    readonly region: string
    readonly case_id: string
    readonly reason: string
    readonly followed_at: string
  }
  readonly 'casework.notice': {
    readonly region: string
    readonly id: string
    readonly digest: Buffer
    readonly case_id: string
    readonly actor: string
    readonly at: string
  }
  readonly 'casework.notices_read': {
    readonly region: string
    readonly at: string
    readonly message: string
  }
  readonly 'casework.party': {
    readonly region: string
    readonly person: string
    readonly case_id: string
    readonly role: string
  }
  readonly 'casework.waiting': {
    readonly region: string
    readonly case_id: string
    readonly position: number
    readonly item: string | null
    readonly unit: string
    readonly office: string | null
    readonly officer: string | null
    readonly township: string | null
    readonly village: string | null
    readonly what: string
    readonly names: readonly string[]
    readonly until: string | null
    readonly since: string
    readonly escalated_to: string | null
    readonly escalated_on: string | null
  }
  readonly 'payment.bank_answer': {
    readonly region: string
    readonly batch: string
    readonly digest: Buffer
    readonly actor: string
    readonly at: string
    readonly paid: number
    readonly returned: number
  }
  readonly 'payment.batch': {
    readonly region: string
    readonly id: string
    readonly number: string
    readonly state: string
    readonly prepared_by: string
    readonly prepared_on: string
    readonly prepared_at: string
    readonly approved_by: string | null
    readonly approved_on: string | null
    readonly lines: number
    readonly total_fen: number
  }
  readonly 'payment.batch_line': {
    readonly region: string
    readonly batch: string
    readonly line: number
    readonly claim: string
    readonly people: readonly string[]
    readonly fen: number
    readonly parts: unknown
    readonly state: string
    readonly answered_on: string | null
    readonly reason: string | null
    readonly payee: Buffer
  }
  readonly 'payment.claim': {
    readonly region: string
    readonly id: string
    readonly benefit: string
    readonly subject: string
    readonly period: string
    readonly applicant: string | null
    readonly people: readonly string[]
    readonly township: string | null
    readonly village: string | null
    readonly origin: string
    readonly birth_case: string | null
    readonly opened_on: string
    readonly decided: string
    readonly decisions: number
    readonly asked_account: boolean
    readonly due_fen: number
    readonly held_fen: number
    readonly on_way_fen: number
    readonly facts: Buffer
    readonly looked_at: string | null
    readonly look: string | null
  }
  readonly 'payment.counter': {
    readonly region: string
    readonly year: number
    readonly last: number
  }
  readonly 'payment.decision': {
    readonly region: string
    readonly claim: string
    readonly seq: number
    readonly id: string
    readonly kind: string
    readonly as_of: string
    readonly rules: string
    readonly rule_version: string
    readonly deviates: boolean
    readonly due: unknown
    readonly ground: string | null
    readonly actor: string
    readonly second: string | null
    readonly people: readonly string[]
    readonly decided_at: string
    readonly basis: Buffer
    readonly after_payment: boolean
  }
  readonly 'payment.followed': {
    readonly region: string
    readonly at: string
    readonly message: string
  }
  readonly 'payment.ledger': {
    readonly region: string
    readonly id: string
    readonly claim: string
    readonly people: readonly string[]
    readonly kind: string
    readonly period: string
    readonly fen: number
    readonly batch: string | null
    readonly line: number | null
    readonly moved_on: string
    readonly actor: string
    readonly recorded_at: string
    readonly words: string | null
  }
  readonly 'payment.offered': {
    readonly region: string
    readonly birth_case: string
    readonly seq: number
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
  readonly 'staff.correction_request': {
    readonly region: string
    readonly id: string
    readonly person: string
    readonly township: string
    readonly village: string | null
    readonly fact: string | null
    readonly text: string
    readonly asked_by: string
    readonly asked_at: string
    readonly answered_by: string | null
    readonly answered_at: string | null
    readonly answer: string | null
  }
  readonly 'staff.hand_over': {
    readonly region: string
    readonly id: string
    readonly person: string
    readonly township: string
    readonly village: string | null
    readonly text: string
    readonly asked_by: string
    readonly asked_at: string
    readonly answered_by: string | null
    readonly answered_at: string | null
    readonly answer: string | null
  }
  readonly 'staff.holding': {
    readonly region: string
    readonly id: string
    readonly post: string
    readonly holder: string
    readonly role: string
    readonly valid: string
    readonly appointed_by: string | null
    readonly appointed_at: string
  }
  readonly 'staff.place': {
    readonly region: string
    readonly code: string
    readonly parent: string | null
    readonly name_zh: string
    readonly name_en: string
  }
  readonly 'staff.post': {
    readonly region: string
    readonly id: string
    readonly kind: string
    readonly unit: string
    readonly area: string
    readonly opened_on: string
    readonly closed_on: string | null
  }
  readonly 'staff.post_kind': {
    readonly kind: string
    readonly digits: number
    readonly purposes: readonly string[]
    readonly fields: readonly string[]
    readonly abilities: readonly string[]
  }
  readonly 'staff.unit': {
    readonly region: string
    readonly id: string
    readonly parent: string | null
    readonly area: string
    readonly name_zh: string
    readonly name_en: string
  }
}
