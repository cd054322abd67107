import type { Ref } from 'react'
import { usePlansWords } from '../words/use-plans-words.ts'
import type { Desk } from '../work/desk-store.ts'
import { DoubtForm } from './doubt-form.tsx'
import { ItemForm } from './item-form.tsx'
import { SectionForm } from './section-form.tsx'
import type { Selected } from './selection.ts'

/** The form for what is chosen; the decision is always in the same place. */
export function Inspector(props: {
  readonly desk: Desk
  readonly selected: Selected
  readonly line: number | null
  readonly onSelect: (id: string | null) => void
  readonly first: Ref<HTMLDivElement>
}) {
  const { desk, selected, line, onSelect, first } = props
  const { words } = usePlansWords()
  const { work } = desk
  const item = work.items.find(({ id }) => id === selected)
  const section = work.sections.find(({ id }) => id === selected)
  const doubt = work.doubts.find(({ id }) => id === selected)
  return (
    <section className="inspector" aria-label={words.desk.chosen} ref={first}>
      <h2>{words.desk.chosen}</h2>
      {item ? <ItemForm key={item.id} desk={desk} item={item} onSelect={onSelect} /> : null}
      {section ? <SectionForm key={section.id} desk={desk} section={section} line={line} onSelect={onSelect} /> : null}
      {doubt ? <DoubtForm key={doubt.id} desk={desk} doubt={doubt} onSelect={onSelect} /> : null}
      {item || section || doubt ? null : <p className="quiet">{words.desk.nothing}</p>}
    </section>
  )
}
