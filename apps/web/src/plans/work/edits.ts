import type { Section, UnitRoles } from '@junheng/plans'
import type { ItemKind, Looked, Work, WorkHead, WorkItem, WorkSection } from './work.ts'

/** Every change of a plan on the desk: each takes a work and gives a new one. */

export function changeHead(work: Work, change: Partial<WorkHead>): Work {
  return { ...work, head: { ...work.head, ...change } }
}

export function changeSection(work: Work, id: string, change: Partial<Pick<Section, 'heading' | 'units'>>): Work {
  return mapSection(work, id, ({ section, ...rest }) => ({
    ...rest,
    looked: 'changed',
    section: { ...section, ...change },
  }))
}

/** Marks a section and its figures as looked at; their doubts are settled with them. */
export function confirmSection(work: Work, id: string): Work {
  const path = work.sections.find((section) => section.id === id)?.section.path
  const confirmed = <T extends { readonly looked: Looked }>(one: T): T => ({
    ...one,
    looked: one.looked === 'changed' ? 'changed' : 'confirmed',
  })
  return {
    ...mapSection(work, id, confirmed),
    items: work.items.map((item) => (item.data.section === path ? confirmed(item) : item)),
    doubts: work.doubts.map((doubt) => (doubt.doubt.section === path ? { ...doubt, done: true } : doubt)),
  }
}

export function confirmItem(work: Work, id: string): Work {
  const item = work.items.find((one) => one.id === id)
  if (!item) return work
  return {
    ...mapItem(work, id, (one) => ({ ...one, looked: one.looked === 'changed' ? 'changed' : 'confirmed' })),
    doubts: work.doubts.map((doubt) => (isSamePlace(doubt.doubt.at, item.data.at) ? { ...doubt, done: true } : doubt)),
  }
}

/** Puts other values into a figure; its kind stays. */
export function changeItem(work: Work, id: string, change: Readonly<Record<string, unknown>>): Work {
  return mapItem(work, id, (item) => ({ ...item, looked: 'changed', data: { ...item.data, ...change } }) as WorkItem)
}

/** What the reader took for a figure is none. */
export function dropItem(work: Work, id: string): Work {
  return { ...work, items: work.items.filter((item) => item.id !== id) }
}

/** What was taken for one kind is another: the number goes along, as far as the other kind has a place for it. */
export function changeKind(work: Work, id: string, kind: ItemKind): Work {
  return mapItem(work, id, (item) => (item.kind === kind ? item : { ...asKind(item, kind), id, looked: 'changed' }))
}

function asKind(item: WorkItem, kind: ItemKind): Omit<WorkItem, 'id' | 'looked'> & WorkItem {
  const { section, at } = item.data
  const name = nameOf(item)
  const value = item.kind === 'target' ? item.data.value : item.kind === 'benefit' ? item.data.amount : null
  const number = typeof value === 'string' ? null : value
  const unit = item.kind === 'target' || item.kind === 'benefit' ? item.data.unit : null
  const common = { id: item.id, looked: item.looked }
  switch (kind) {
    case 'target':
      return {
        ...common,
        kind,
        data: { section, at, indicator: name, value: number, unit, comparator: '=', byYear: null },
      }
    case 'benefit':
      return {
        ...common,
        kind,
        data: { section, at, name, amount: number, unit, period: null, conditions: null, payer: null, type: 'cash' },
      }
    case 'deadline':
      return { ...common, kind, data: { section, at, what: name, date: '' } }
    case 'recurrent':
      return { ...common, kind, data: { section, at, what: name, period: '每年' } }
  }
}

export function nameOf(item: WorkItem): string {
  switch (item.kind) {
    case 'target':
      return item.data.indicator
    case 'benefit':
      return item.data.name
    case 'deadline':
    case 'recurrent':
      return item.data.what
  }
}

/** Cuts a section at a raw line behind its first: what stands from there on is a section of its own. */
export function splitSection(work: Work, id: string, line: number): Work {
  const at = work.sections.findIndex((section) => section.id === id)
  const whole = work.sections[at]
  if (!whole || line <= whole.section.line || line > whole.section.lastLine) return work
  const { section } = whole
  const path = freePath(work, section.path)
  const before = (one: { readonly line: number }): boolean => one.line < line
  const groups = section.unitGroups
  const upper = groups.filter(({ bracket }) => before(bracket))
  const lower = groups.filter(({ bracket }) => !before(bracket))
  const heading = (work.text.split('\n')[line - 1] ?? '').trim().slice(0, 24)
  const first: WorkSection = {
    ...whole,
    looked: 'changed',
    section: {
      ...section,
      lastLine: line - 1,
      unitGroups: upper,
      units: unionOf(upper, section.units, lower.length === 0),
    },
  }
  const second: WorkSection = {
    id: `${id}-${path}`,
    looked: 'changed',
    section: { ...section, path, heading, line, unitGroups: lower, units: unionOf(lower, section.units, false) },
  }
  return {
    ...work,
    sections: [...work.sections.slice(0, at), first, second, ...work.sections.slice(at + 1)],
    items: work.items.map((item) =>
      item.data.section === section.path && !before(item.data.at)
        ? ({ ...item, data: { ...item.data, section: path } } as WorkItem)
        : item,
    ),
  }
}

/** Joins a section to the one before it: text, units and figures go along. */
export function mergeSection(work: Work, id: string): Work {
  const at = work.sections.findIndex((section) => section.id === id)
  const [above, own] = [work.sections[at - 1], work.sections[at]]
  if (!above || !own) return work
  const joined: WorkSection = {
    ...above,
    looked: 'changed',
    section: {
      ...above.section,
      lastLine: Math.max(above.section.lastLine, own.section.lastLine),
      unitGroups: [...above.section.unitGroups, ...own.section.unitGroups],
      units: unite(above.section.units, own.section.units),
    },
  }
  return {
    ...work,
    sections: [...work.sections.slice(0, at - 1), joined, ...work.sections.slice(at + 1)],
    items: work.items.map((item) =>
      item.data.section === own.section.path
        ? ({ ...item, data: { ...item.data, section: above.section.path } } as WorkItem)
        : item,
    ),
  }
}

export function settleDoubt(work: Work, id: string, done: boolean): Work {
  return { ...work, doubts: work.doubts.map((doubt) => (doubt.id === id ? { ...doubt, done } : doubt)) }
}

function mapSection(work: Work, id: string, change: (section: WorkSection) => WorkSection): Work {
  return { ...work, sections: work.sections.map((section) => (section.id === id ? change(section) : section)) }
}

function mapItem(work: Work, id: string, change: (item: WorkItem) => WorkItem): Work {
  return { ...work, items: work.items.map((item) => (item.id === id ? change(item) : item)) }
}

const isSamePlace = (
  a: { readonly line: number; readonly col: number },
  b: { readonly line: number; readonly col: number },
): boolean => a.line === b.line && a.col === b.col

/** `二/(一)/5` gives `二/(一)/5-2`, then `5-3` and so on. */
function freePath(work: Work, path: string): string {
  const taken = new Set(work.sections.map(({ section }) => section.path))
  let n = 2
  while (taken.has(`${path}-${n}`)) n += 1
  return `${path}-${n}`
}

const roles = ['lead', 'support', 'joint', 'implement'] as const

function unionOf(groups: readonly UnitRoles[], all: UnitRoles, whole: boolean): UnitRoles {
  if (whole) return all
  return groups.reduce(unite, { lead: [], support: [], joint: [], implement: [] })
}

function unite(a: UnitRoles, b: UnitRoles): UnitRoles {
  const [lead, support, joint, implement] = roles.map((role) => [...new Set([...a[role], ...b[role]])])
  return { lead: lead ?? [], support: support ?? [], joint: joint ?? [], implement: implement ?? [] }
}
