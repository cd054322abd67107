import type { Words } from '@junheng/kernel'

/** Somebody a visitor of the demonstration may be, by one press. */
export interface DemoCard {
  readonly id: string
  /** auth.user.id, staff or resident. */
  readonly user: string
  /** The post acted from; null for a resident. */
  readonly post: string | null
  readonly name: string
  /** Of a resident: their id in the register. */
  readonly person?: string
  readonly title: Words
  /** What can be tried as them. */
  readonly what: Words
}

/** A place with synthetic people, ready to be shown. */
export interface Demonstration {
  readonly cards: readonly DemoCard[]
}
