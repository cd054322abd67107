import type { Reconciled } from './calls.ts'
import { useDeliveryWords } from './use-delivery-words.ts'

/** Differences that this office can repair; the others take a talk with the department. */
const repairable: ReadonlySet<string> = new Set(['never-arrived', 'answer-lost'])

/** Both lists compared: what was repaired just now and how, what is left, and the one button that repairs it. */
export function ReconcileResult({
  name,
  found,
  onRepair,
}: {
  readonly name: string
  readonly found: Reconciled
  readonly onRepair: () => void
}) {
  const { words } = useDeliveryWords()
  const { ours, theirs, differences, repaired } = found
  const mayRepair = differences.some(({ kind }) => repairable.has(kind))
  const failed = repaired.some(({ how }) => how !== 'sent-again' && how !== 'answer-taken')
  return (
    <div className={differences.length === 0 && !failed ? 'notice done' : 'notice warn'} role="status">
      {repaired.length === 0 ? null : (
        <>
          <p>{words.repaired(repaired.length)}</p>
          <ul>
            {repaired.map(({ delivery, kind, how, outcome }) => (
              <li key={delivery}>
                {words.differences[kind]} → {words.repairs[how]}
                {outcome === null ? '' : ` (${words.outcomes[outcome] ?? outcome})`}{' '}
                <span className="quiet fine">{delivery}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <strong>{name}</strong>{' '}
        {differences.length === 0 ? words.same(ours, theirs) : words.differ(ours, theirs, differences.length)}
      </p>
      <ul>
        {differences.map(({ delivery, kind }) => (
          <li key={`${delivery} ${kind}`}>
            {words.differences[kind]} <span className="quiet fine">{delivery}</span>
          </li>
        ))}
      </ul>
      {differences.some(({ kind }) => !repairable.has(kind)) ? <p>{words.onlyTheirs}</p> : null}
      {mayRepair ? (
        <button type="button" className="choice fit" onClick={onRepair}>
          {words.repair}
        </button>
      ) : null}
    </div>
  )
}
