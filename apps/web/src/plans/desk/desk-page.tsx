import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { usePlansWords } from '../words/use-plans-words.ts'
import { confirmItem, confirmSection, settleDoubt } from '../work/edits.ts'
import { type Desk, useDesk } from '../work/desk-store.ts'
import type { Work } from '../work/work.ts'
import { DocumentPane } from './document-pane.tsx'
import { ExportDraft } from './export-draft.tsx'
import { HeadForm } from './head-form.tsx'
import { Inspector } from './inspector.tsx'
import { nextDoubt, type Selected } from './selection.ts'
import { StructurePane } from './structure-pane.tsx'
import { TodoPane } from './todo-pane.tsx'

/** The plan on the desk: document and structure side by side, the decision always in the same place. */
export function DeskPage() {
  const { words } = usePlansWords()
  const desk = useDesk()
  if (desk === null)
    return (
      <p>
        {words.desk.none} <Link href="/plans">{words.back}</Link>
      </p>
    )
  return <DeskOf desk={desk} />
}

const panes = ['document', 'structure', 'check'] as const

function DeskOf({ desk }: { readonly desk: Desk }) {
  const { words } = usePlansWords()
  const { work } = desk
  const [selected, setSelected] = useState<Selected>(null)
  const [pointed, setPointed] = useState<Selected>(null)
  const [line, setLine] = useState<number | null>(null)
  const [pane, setPane] = useState<(typeof panes)[number]>('structure')
  const inspector = useRef<HTMLDivElement>(null)
  const select = (id: string | null): void => setSelected(id)
  useDeskKeys({ desk, selected, select })
  useLeaveWarning(desk.canUndo)
  const looked = [...work.sections, ...work.items]
  const done = looked.filter((one) => one.looked !== 'read').length
  const names = {
    document: words.desk.document,
    structure: words.desk.structure,
    check: words.desk.todo(work.doubts.filter((doubt) => !doubt.done).length),
  }
  return (
    <div className="desk-frame">
      <header className="desk-head">
        <h1 lang="zh-CN">{work.head.title || work.fileName}</h1>
        <div className="row">
          <span className="fine quiet">
            {words.desk.sections(work.sections.length)} · {words.desk.items(work.items.length)} ·{' '}
            {words.desk.confirmed(done, looked.length)}
          </span>
          <button type="button" className="choice fit" disabled={!desk.canUndo} onClick={desk.undo}>
            {words.desk.undo}
          </button>
          <button type="button" className="choice fit" disabled={!desk.canRedo} onClick={desk.redo}>
            {words.desk.redo}
          </button>
          <ExportDraft work={work} />
          <Link className="quiet-button" href="/plans">
            {words.desk.another}
          </Link>
        </div>
        <HeadForm desk={desk} />
      </header>
      <div className="pane-tabs" role="group" aria-label={words.desk.heading}>
        {panes.map((name) => (
          <button key={name} type="button" aria-pressed={pane === name} onClick={() => setPane(name)}>
            {names[name]}
          </button>
        ))}
      </div>
      <div className={`desk-panes show-${pane}`}>
        <DocumentPane
          work={work}
          selected={selected}
          pointed={pointed}
          line={line}
          onSelect={select}
          onPoint={setPointed}
          onLine={setLine}
        />
        <StructurePane
          work={work}
          selected={selected}
          pointed={pointed}
          onSelect={select}
          onPoint={setPointed}
          onEnter={() => inspector.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()}
        />
        <div className="pane side">
          <Inspector desk={desk} selected={selected} line={line} onSelect={select} first={inspector} />
          <TodoPane desk={desk} selected={selected} onSelect={select} />
          <p className="fine quiet">{words.desk.keys}</p>
        </div>
      </div>
    </div>
  )
}

/** One key for each decision, while nobody is typing. */
function useDeskKeys({
  desk,
  selected,
  select,
}: {
  readonly desk: Desk
  readonly selected: Selected
  readonly select: (id: string | null) => void
}): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.closest('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'u') (event.shiftKey ? desk.redo : desk.undo)()
      else if (key === 'd') select(nextDoubt(desk.work, selected))
      else if (key === 'c' && selected !== null) desk.change((work) => confirmAny(work, selected))
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [desk, selected, select])
}

function confirmAny(work: Work, id: string): Work {
  if (id.startsWith('section')) return confirmSection(work, id)
  return id.startsWith('doubt') ? settleDoubt(work, id, true) : confirmItem(work, id)
}

/** Changes live in this tab only: leaving it asks first. */
function useLeaveWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [changed])
}
