import type { PersonFact, PersonShown } from '../calls.ts'
import type { Why } from '../purpose/work-purpose.ts'
import { Failure } from '../../design/failure.tsx'
import { useWriteWords } from '../words/use-write-words.ts'
import { declared } from './source-fields.tsx'
import { useAction } from './use-action.ts'
import { undoCommand } from './value-sent.ts'

/** What was just recorded, and how to take it back: undo instead of asking first. */
export interface Done {
  readonly text: string
  readonly item: string
  readonly undo: { readonly old: PersonFact; readonly newFact: string } | null
}

export function DoneNote({
  done,
  person,
  why,
  onDone,
}: {
  readonly done: Done
  readonly person: PersonShown
  readonly why: Why
  readonly onDone: (done: Done) => void
}) {
  const { words } = useWriteWords()
  const { text, item, undo } = done
  const deed = useAction({
    region: person.region,
    why,
    onDone: () => onDone({ text: words.undone(item), item, undo: null }),
  })
  const command =
    undo === null
      ? null
      : undoCommand(undo.old, { subject: person.id, newFact: undo.newFact, reason: words.undoReason })
  return (
    <div className="notice done row" role="status">
      <span>{text}</span>
      {command === null ? null : (
        <button type="button" className="choice fit" disabled={deed.doing} onClick={() => deed.run(command, declared)}>
          {words.undo}
        </button>
      )}
      <Failure failed={deed.failed} />
    </div>
  )
}
