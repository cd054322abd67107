import { usePlansWords } from '../words/use-plans-words.ts'
import { splitSection } from '../work/edits.ts'
import type { Desk } from '../work/desk-store.ts'
import type { WorkSection } from '../work/work.ts'

/** Lines behind the first at which a section may be cut; the one chosen in the text is offered first. */
export function SplitForm({
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
