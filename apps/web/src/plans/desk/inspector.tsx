import { type Ref, useMemo } from 'react'
import type { UnitRoles } from '@junheng/plans'
import { loadPlace, loadPlaces, useLoaded } from '../../places/use-loaded.ts'
import { useWords } from '../../messages/language.tsx'
import { CoverageParts } from '../library/coverage-parts.tsx'
import { usePlansWords } from '../words/use-plans-words.ts'
import {
  changeItem,
  changeKind,
  changeSection,
  confirmItem,
  confirmSection,
  dropItem,
  mergeSection,
  settleDoubt,
  splitSection,
} from '../work/edits.ts'
import type { Desk } from '../work/desk-store.ts'
import type { ItemKind, WorkDoubt, WorkItem, WorkSection } from '../work/work.ts'
import { EditField } from './edit-field.tsx'
import { fieldsOf, fieldValue } from './item-text.ts'
import { sectionIdOf, type Selected } from './selection.ts'

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

function ItemForm({
  desk,
  item,
  onSelect,
}: {
  readonly desk: Desk
  readonly item: WorkItem
  readonly onSelect: (id: string | null) => void
}) {
  const { words } = usePlansWords()
  const kinds: readonly ItemKind[] = ['target', 'benefit', 'deadline', 'recurrent']
  return (
    <div className="form">
      <Quote line={item.data.at.line} quote={item.data.at.quote} />
      <label className="field">
        <span>{words.desk.kind}</span>
        <select
          value={item.kind}
          onChange={(event) => desk.change((work) => changeKind(work, item.id, event.target.value as ItemKind))}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.desk.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {fieldsOf(item).map(([name, value]) => (
        <EditField
          key={`${item.kind}-${name}`}
          label={words.desk.values[name] ?? name}
          value={value}
          long={name === 'conditions'}
          onChange={(typed) => desk.change((work) => changeItem(work, item.id, { [name]: fieldValue(name, typed) }))}
        />
      ))}
      {item.data.doubt === undefined ? null : <p className="waiting-text">{item.data.doubt}</p>}
      <div className="row">
        <button type="button" className="button" onClick={() => desk.change((work) => confirmItem(work, item.id))}>
          {words.desk.confirm}
        </button>
        <button
          type="button"
          className="choice fit"
          onClick={() => {
            onSelect(sectionIdOf(desk.work, item.id))
            desk.change((work) => dropItem(work, item.id))
          }}
        >
          {words.desk.drop}
        </button>
      </div>
    </div>
  )
}

function SectionForm(props: {
  readonly desk: Desk
  readonly section: WorkSection
  readonly line: number | null
  readonly onSelect: (id: string | null) => void
}) {
  const { desk, section, line, onSelect } = props
  const { words } = usePlansWords()
  const { path, heading, units } = section.section
  const at = desk.work.sections.findIndex(({ id }) => id === section.id)
  const above = desk.work.sections[at - 1]
  const setUnits = (role: keyof UnitRoles, typed: string): void => {
    const names = typed
      .split(/[、，,；;\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
    desk.change((work) => changeSection(work, section.id, { units: { ...units, [role]: names } }))
  }
  return (
    <div className="form">
      <p className="path">{path}</p>
      <EditField
        label={words.desk.heading2}
        value={heading}
        onChange={(typed) => desk.change((work) => changeSection(work, section.id, { heading: typed.trim() }))}
      />
      {(['lead', 'support', 'joint', 'implement'] as const).map((role) => (
        <EditField
          key={role}
          label={words.desk.units[role]}
          value={units[role].join('、')}
          long
          onChange={(typed) => setUnits(role, typed)}
        />
      ))}
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => desk.change((work) => confirmSection(work, section.id))}
        >
          {words.desk.confirmAll}
        </button>
        <button
          type="button"
          className="choice fit"
          disabled={above === undefined}
          onClick={() => {
            onSelect(above?.id ?? null)
            desk.change((work) => mergeSection(work, section.id))
          }}
        >
          {words.desk.mergeUp}
        </button>
      </div>
      <SplitForm desk={desk} section={section} line={line} />
      <ClauseCoverage region={desk.work.head.region} path={path} />
    </div>
  )
}

/** Lines behind the first at which a section may be cut; the one chosen in the text is offered first. */
function SplitForm({
  desk,
  section,
  line,
}: {
  readonly desk: Desk
  readonly section: WorkSection
  readonly line: number | null
}) {
  const { words } = usePlansWords()
  const { line: from, lastLine } = section.section
  const rows = desk.work.text.split('\n')
  const lines = Array.from({ length: Math.max(0, lastLine - from) }, (_, i) => from + 1 + i).filter(
    (number) => (rows[number - 1] ?? '').trim() !== '',
  )
  const chosen = line !== null && lines.includes(line) ? line : lines[0]
  if (chosen === undefined) return null
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = Number(new FormData(event.currentTarget).get('line'))
        desk.change((work) => splitSection(work, section.id, typed))
      }}
    >
      <select
        key={chosen}
        name="line"
        className="fit"
        aria-label={words.desk.splitHint}
        defaultValue={chosen}
        lang="zh-CN"
      >
        {lines.map((number) => (
          <option key={number} value={number}>
            {number}：{(rows[number - 1] ?? '').trim().slice(0, 14)}
          </option>
        ))}
      </select>
      <button type="submit" className="choice fit">
        {words.desk.splitAt}
      </button>
    </form>
  )
}

function DoubtForm({
  desk,
  doubt: { id, doubt, done },
  onSelect,
}: {
  readonly desk: Desk
  readonly doubt: WorkDoubt
  readonly onSelect: (id: string | null) => void
}) {
  const { words } = usePlansWords()
  const { say } = useWords()
  const section = sectionIdOf(desk.work, id)
  const item = desk.work.items.find(({ data }) => data.at.line === doubt.at.line && data.at.col === doubt.at.col)
  return (
    <div className="form">
      <p>
        <strong>{say(doubt.what)}</strong>
      </p>
      <Quote line={doubt.at.line} quote={doubt.at.quote} />
      <div className="row">
        <button type="button" className="button" onClick={() => desk.change((work) => settleDoubt(work, id, !done))}>
          {done ? words.desk.unsettle : words.desk.settle}
        </button>
        {item ? (
          <button type="button" className="choice fit" onClick={() => onSelect(item.id)}>
            {words.desk.kinds[item.kind]}
          </button>
        ) : section === null ? null : (
          <button type="button" className="choice fit" onClick={() => onSelect(section)}>
            {doubt.section}
          </button>
        )}
      </div>
    </div>
  )
}

function Quote({ line, quote }: { readonly line: number; readonly quote: string }) {
  const { words } = usePlansWords()
  return (
    <blockquote lang="zh-CN">
      <span className="quiet">{words.desk.line(line)}</span> {quote}
    </blockquote>
  )
}

/** What the pack of the same place does about the same clause, where there is one. */
function ClauseCoverage({ region, path }: { readonly region: string; readonly path: string }) {
  const { words } = usePlansWords()
  const found = useLoaded(
    useMemo(
      () => async () => {
        const summary = (await loadPlaces()).find(
          (place) => String(place.region).padStart(6, '0') === region && place.plan !== null,
        )
        return summary === undefined ? null : loadPlace(summary.id)
      },
      [region],
    ),
  )
  if (found.state !== 'ready' || found.value === null) return null
  const clause = found.value.clauses.find((one) => one.path === path)
  return (
    <section className="coverage">
      <h3>{words.desk.coverage}</h3>
      {clause ? (
        <CoverageParts place={found.value} parts={clause.parts} />
      ) : (
        <p className="quiet">{words.desk.coverageNone}</p>
      )}
    </section>
  )
}
