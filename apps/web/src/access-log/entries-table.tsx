import { shortInstant } from '../format/instant.ts'
import { ActorName } from './actor-name.tsx'
import type { LogEntry } from './calls.ts'
import { detailText } from './detail-text.ts'
import { useLogWords } from './use-log-words.ts'

/** Entries of the audit chain as rows; who the subject is stays an id, because a reviewer sees no people. */
export function EntriesTable({ entries }: { readonly entries: readonly LogEntry[] }) {
  const { words, say } = useLogWords()
  return (
    <div className="table-scroll" role="region" aria-label={words.title} tabIndex={0}>
      <table className="dense stacks log">
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.purpose}</th>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.detail}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.chain} ${entry.seq}`} data-kind={entry.kind}>
              <td className="nowrap">{shortInstant(entry.at)}</td>
              <td>
                <ActorName actor={entry.actor} />
              </td>
              <td className={entry.kind === 'refused' ? 'late-text' : ''}>{say(entry.label)}</td>
              <td>
                {entry.purposeLabel === null ? '' : say(entry.purposeLabel)}
                {entry.caseId === null ? null : <span className="quiet fine"> {entry.caseId}</span>}
              </td>
              <td className="fine quiet id-cell">{entry.subject?.slice(0, 8) ?? ''}</td>
              <td className="fine">{detailText(entry, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
