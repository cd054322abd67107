/** What anybody may do in a case. A case is nothing but its actions; they are kept for ever, in their order. */

/** A value as it is written in JSON: days as ISO text, money in yuan, regions as six-digit numbers. */
export type Written = boolean | number | string

export type WrittenFacts = Readonly<Record<string, Written>>

export interface Actor {
  /** A unit of the procedure, `family`, or `program`. */
  readonly unit: string
  /** Who did it, by the register's or staff's id. */
  readonly person: string | null
  /** True where somebody such as village staff acts for the family. */
  readonly proxy?: boolean
}

interface Common {
  /** Chosen by the sender: the same id twice is one action. */
  readonly id: string
  /** Day it was done, ISO. */
  readonly on: string
  readonly by: Actor
}

interface OnItem extends Common {
  readonly item: string
}

export type Open = Common & {
  readonly kind: 'open'
  readonly facts: WrittenFacts
  /** First day of the version whose form was filled in; null: the sender does not say. */
  readonly version: string | null
}
export type Confirm = Common & { readonly kind: 'confirm'; readonly facts: WrittenFacts }
export type Progress = OnItem & { readonly kind: 'start' | 'deliver' | 'acknowledge' }
export type Answer = OnItem & {
  readonly kind: 'answer'
  readonly result: 'done' | 'refused' | 'needs-more'
  readonly outputs: WrittenFacts
  /** For a refusal: one of the item's grounds. */
  readonly ground: string | null
  /** The clause that whoever refuses goes by, where they name another than the ground's own. */
  readonly clause?: string | null
  /** For `needs-more`: the reason the clock stands still. */
  readonly pause: string | null
  readonly words: string | null
}
export type AskForMore = OnItem & {
  readonly kind: 'ask-for-more'
  readonly pause: string
  readonly words: string
}
export type Provide = OnItem & {
  readonly kind: 'provide'
  readonly facts: WrittenFacts
  /** What is shown, and whether as a paper or by a written commitment. */
  readonly papers: Readonly<Record<string, 'paper' | 'commitment'>>
}
export type Correct = Common & { readonly kind: 'correct'; readonly facts: WrittenFacts; readonly words: string }
export type Close = Common & { readonly kind: 'withdraw' | 'cancel'; readonly words: string }
export type Objecting = Common & { readonly kind: 'object'; readonly item: string | null; readonly words: string }
export type DecideObjection = Common & {
  readonly kind: 'decide-objection'
  /** Id of the action that objected. */
  readonly objection: string
  readonly upheld: boolean
  readonly words: string
}
export type Reopen = Common & { readonly kind: 'reopen'; readonly items: readonly string[]; readonly words: string }
export type HandOver = Common & {
  readonly kind: 'hand-over'
  /** Null: the whole case. */
  readonly item: string | null
  /** The office that takes it, by its own id. */
  readonly office: string
  readonly words: string
}
export type Substitute = OnItem & { readonly kind: 'substitute'; readonly officer: string }
export type NoteStop = Common & { readonly kind: 'note-stop'; readonly reason: string; readonly facts: WrittenFacts }

export type Action =
  | Open
  | Confirm
  | Progress
  | Answer
  | AskForMore
  | Provide
  | Correct
  | Close
  | Objecting
  | DecideObjection
  | Reopen
  | HandOver
  | Substitute
  | NoteStop

export type ActionKind = Action['kind']
