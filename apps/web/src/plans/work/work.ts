import type { Deadline, Doubt, Outline, PlanBenefit, Recurrent, Section, Target } from '@junheng/plans'

/** How far a person has looked at something the reader found. */
export type Looked = 'read' | 'confirmed' | 'changed'

export interface WorkSection {
  readonly id: string
  readonly section: Section
  readonly looked: Looked
}

/** One figure of the plan with what kind of thing it is. */
export type WorkItem = { readonly id: string; readonly looked: Looked } & (
  | { readonly kind: 'target'; readonly data: Target }
  | { readonly kind: 'benefit'; readonly data: PlanBenefit }
  | { readonly kind: 'deadline'; readonly data: Deadline }
  | { readonly kind: 'recurrent'; readonly data: Recurrent }
)

export type ItemKind = WorkItem['kind']

export interface WorkDoubt {
  readonly id: string
  readonly doubt: Doubt
  readonly done: boolean
}

/** What stands at the head of the plan, as far as a person may correct it. */
export interface WorkHead {
  readonly title: string
  readonly issuer: string
  readonly date: string
  readonly docNumber: string
  /** Six digits, or empty while nobody knows the place. */
  readonly region: string
}

/** A plan on the desk: what was read, and what a person has made of it. Never changed in place. */
export interface Work {
  readonly fileName: string
  readonly text: string
  /** What the reader gave, for all that the desk does not edit. */
  readonly read: Outline
  readonly head: WorkHead
  readonly sections: readonly WorkSection[]
  readonly items: readonly WorkItem[]
  readonly doubts: readonly WorkDoubt[]
}

export function startWork(fileName: string, text: string, outline: Outline): Work {
  const make = <K extends ItemKind>(kind: K, all: readonly Extract<WorkItem, { kind: K }>['data'][]) =>
    all.map((data, i) => ({ id: `${kind}-${i + 1}`, kind, looked: 'read', data }) as WorkItem)
  return {
    fileName,
    text,
    read: outline,
    head: {
      title: outline.title ?? '',
      issuer: outline.issuer ?? '',
      date: outline.date ?? '',
      docNumber: outline.docNumber ?? '',
      region: outline.regionCode === null ? '' : String(outline.regionCode).padStart(6, '0'),
    },
    sections: outline.sections.map((section, i) => ({ id: `section-${i + 1}`, section, looked: 'read' })),
    items: [
      ...make('target', outline.targets),
      ...make('benefit', outline.benefits),
      ...make('deadline', outline.deadlines),
      ...make('recurrent', outline.recurrent),
    ],
    doubts: outline.doubts.map((doubt, i) => ({ id: `doubt-${i + 1}`, doubt, done: false })),
  }
}

/** Figures of a section in the order of the text. */
export function itemsOf(work: Work, path: string): readonly WorkItem[] {
  return work.items
    .filter(({ data }) => data.section === path)
    .toSorted((a, b) => a.data.at.line - b.data.at.line || a.data.at.col - b.data.at.col)
}
