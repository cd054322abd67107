import { memo, useEffect, useMemo, useRef } from 'react'
import type { UnitRoles } from '@junheng/plans'
import { nameOf } from '../work/edits.ts'
import type { Looked, Work, WorkItem, WorkSection } from '../work/work.ts'
import { usePlansWords } from '../words/use-plans-words.ts'
import { itemText } from './item-text.ts'
import { scrollWithin } from './scroll-within.ts'
import { rowOrder, type Selected } from './selection.ts'

/** What was read, as a list one walks with the arrow keys: sections, each with its figures. */
export function StructurePane(props: {
  readonly work: Work
  readonly selected: Selected
  readonly pointed: Selected
  readonly onSelect: (id: string) => void
  readonly onPoint: (id: string | null) => void
  readonly onEnter: () => void
}) {
  const { work, selected, pointed, onSelect, onPoint, onEnter } = props
  const { words } = usePlansWords()
  const order = useMemo(() => rowOrder(work), [work])
  const sections = useMemo(() => new Map(work.sections.map((one) => [one.id, one])), [work.sections])
  const items = useMemo(() => new Map(work.items.map((one) => [one.id, one])), [work.items])
  const open = useMemo(() => openBySection(work), [work])
  const pane = useRef<HTMLDivElement>(null)
  const at = selected === null ? -1 : order.indexOf(selected)
  useEffect(() => {
    if (at >= 0) scrollWithin(pane.current, `[data-row="${at}"]`, 'nearest')
  }, [at])
  const go = (row: number): void => {
    const id = order[Math.min(Math.max(row, 0), order.length - 1)]
    if (id === undefined) return
    onSelect(id)
    pane.current?.querySelector<HTMLElement>(`[data-row="${order.indexOf(id)}"]`)?.focus({ preventScroll: true })
  }
  return (
    <div
      className="pane structure"
      ref={pane}
      role="listbox"
      aria-label={words.desk.structure}
      tabIndex={at < 0 ? 0 : -1}
      onFocus={(event) => {
        if (event.target === event.currentTarget) go(Math.max(at, 0))
      }}
      onKeyDown={(event) => {
        const steps: Readonly<Record<string, number>> = {
          ArrowDown: at + 1,
          ArrowUp: at - 1,
          Home: 0,
          End: order.length - 1,
          PageDown: at + 12,
          PageUp: at - 12,
        }
        const next = steps[event.key]
        if (next !== undefined) {
          event.preventDefault()
          go(next)
        } else if (event.key === 'Enter') {
          event.preventDefault()
          onEnter()
        }
      }}
    >
      {order.map((id, row) => {
        const section = sections.get(id)
        const item = items.get(id)
        const state = `${id === selected ? ' selected' : ''}${id === pointed ? ' lit' : ''}`
        const shared = { row, state, focusable: row === at, id, onSelect, onPoint }
        if (section)
          return <SectionRow key={id} section={section} open={open.get(section.section.path) ?? 0} {...shared} />
        return item ? <ItemRow key={id} item={item} {...shared} /> : null
      })}
    </div>
  )
}

function openBySection(work: Work): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { doubt, done } of work.doubts)
    if (!done && doubt.section !== null) counts.set(doubt.section, (counts.get(doubt.section) ?? 0) + 1)
  return counts
}

interface RowProps {
  readonly id: string
  readonly row: number
  readonly state: string
  readonly focusable: boolean
  readonly onSelect: (id: string) => void
  readonly onPoint: (id: string | null) => void
}

function rowAttributes({ id, row, state, focusable, onSelect, onPoint }: RowProps, kind: string) {
  return {
    className: `${kind}${state}`,
    role: 'option' as const,
    'aria-selected': state.includes('selected'),
    'data-row': row,
    tabIndex: focusable ? 0 : -1,
    onClick: () => onSelect(id),
    onMouseEnter: () => onPoint(id),
    onMouseLeave: () => onPoint(null),
  }
}

const SectionRow = memo(function SectionRow({
  section: { section, looked },
  open,
  ...row
}: RowProps & { readonly section: WorkSection; readonly open: number }) {
  const depth = Math.min(section.path.split('/').length, 5)
  return (
    <div {...rowAttributes(row, `row-section depth-${depth}`)} lang="zh-CN">
      <LookedMark looked={looked} />
      <span className="path">{section.number}</span>
      <span className="row-text">{section.heading}</span>
      <span className="row-units">{unitsInShort(section.units)}</span>
      {open > 0 ? <span className="tag waiting">{open}</span> : null}
    </div>
  )
})

/** Who leads, or else who shares the work. */
function unitsInShort({ lead, joint, implement }: UnitRoles): string {
  return (lead.length > 0 ? lead : joint.length > 0 ? joint : implement).join('、')
}

const ItemRow = memo(function ItemRow({ item, ...row }: RowProps & { readonly item: WorkItem }) {
  const { words, language } = usePlansWords()
  return (
    <div {...rowAttributes(row, `row-item ${item.kind}`)}>
      <LookedMark looked={item.looked} />
      <span className={`tag ${item.kind}`}>{words.desk.kinds[item.kind]}</span>
      <span className="row-text" lang="zh-CN">
        {nameOf(item)}
      </span>
      <span className="row-value">{itemText(item, language)}</span>
    </div>
  )
})

function LookedMark({ looked }: { readonly looked: Looked }) {
  const { words } = usePlansWords()
  return (
    <span className={`looked ${looked}`} title={words.desk.looked[looked]}>
      <span className="visually-hidden">{words.desk.looked[looked]}</span>
    </span>
  )
}
