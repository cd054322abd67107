import { usePlansWords } from '../words/use-plans-words.ts'
import { changeItem, changeKind, confirmItem, dropItem } from '../work/edits.ts'
import type { Desk } from '../work/desk-store.ts'
import type { ItemKind, WorkItem } from '../work/work.ts'
import { EditField } from './edit-field.tsx'
import { fieldsOf, fieldValue } from './item-text.ts'
import { Quote } from './quote.tsx'
import { sectionIdOf } from './selection.ts'

/** A figure, deadline or duty: its kind and its fields, to be corrected, confirmed or dropped. */
export function ItemForm({
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
