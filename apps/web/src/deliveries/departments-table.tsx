import { useState } from 'react'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { clockText, shortInstant } from '../format/instant.ts'
import { type DepartmentName, type DepartmentStatus, reconcile, type Reconciled } from './calls.ts'
import { ReconcileResult } from './reconcile-result.tsx'
import { useDeliveryWords } from './use-delivery-words.ts'

/** A row a department: its line, what waits, and a comparison of both sides on request. */
export function DepartmentsTable({ departments }: { readonly departments: readonly DepartmentStatus[] }) {
  const { words } = useDeliveryWords()
  const [result, setResult] = useState<{ readonly of: DepartmentName; readonly found: Reconciled } | null>(null)
  const deed = useDeed(
    async (of: DepartmentName, repair: boolean) => ({ of, found: await reconcile(of, repair) }),
    setResult,
  )
  const name = (department: DepartmentName): string => words.names[department] ?? department
  return (
    <section className="panel" aria-labelledby="departments">
      <h2 id="departments">{words.departments}</h2>
      <table className="dense stacks">
        <thead>
          <tr>
            <th scope="col">{words.department}</th>
            <th scope="col">{words.line}</th>
            <th scope="col" className="number">
              {words.waiting}
            </th>
            <th scope="col" className="number">
              {words.open}
            </th>
            <th scope="col" className="number">
              {words.dead}
            </th>
            <th scope="col">{words.oldest}</th>
            <th scope="col">{words.reconcile}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map((one) => (
            <tr key={one.department}>
              <th scope="row">
                {name(one.department)} {one.simulated ? <span className="tag waiting">{words.simulation}</span> : null}
              </th>
              <td>
                <Line status={one} />
              </td>
              <td className="number">
                <span className="stacked-label">{words.waiting} </span>
                {one.waiting}
              </td>
              <td className="number">
                <span className="stacked-label">{words.open} </span>
                {one.open}
              </td>
              <td className={one.dead > 0 ? 'number late-text' : 'number'}>
                <span className="stacked-label">{words.dead} </span>
                {one.dead}
              </td>
              <td className="quiet">{one.oldest === null ? '—' : shortInstant(one.oldest)}</td>
              <td>
                {one.connected ? (
                  <button
                    type="button"
                    className="link-button"
                    disabled={deed.doing}
                    aria-label={`${words.reconcile} ${name(one.department)}`}
                    onClick={() => deed.run(one.department, false)}
                  >
                    {words.reconcile}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {deed.doing ? <p role="status">{words.reconciling}</p> : null}
      <Failure failed={deed.failed} />
      {result === null || deed.doing ? null : (
        <ReconcileResult name={name(result.of)} found={result.found} onRepair={() => deed.run(result.of, true)} />
      )}
    </section>
  )
}

function Line({ status }: { readonly status: DepartmentStatus }) {
  const { words } = useDeliveryWords()
  const { connected, failures, openUntil } = status
  if (!connected) return <span className="quiet">{words.byDesk}</span>
  if (openUntil !== null && failures > 0)
    return <span className="late-text">{words.resting(clockText(openUntil))}</span>
  return failures > 0 ? <span className="waiting-text">{words.failing(failures)}</span> : <span>{words.ok}</span>
}
