import type { UnitRoles } from '@junheng/plans'
import { usePlansWords } from '../words/use-plans-words.ts'
import { changeSection, confirmSection, mergeSection } from '../work/edits.ts'
import type { Desk } from '../work/desk-store.ts'
import type { WorkSection } from '../work/work.ts'
import { ClauseCoverage } from './clause-coverage.tsx'
import { EditField } from './edit-field.tsx'
import { SplitForm } from './split-form.tsx'

/** A measure: its heading and its units, to be corrected, confirmed, split or merged. */
export function SectionForm(props: {
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
