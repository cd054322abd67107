import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { fetchDeadLetters, fetchStatuses } from './calls.ts'
import { DeadLetters } from './dead-letters.tsx'
import { DepartmentsTable } from './departments-table.tsx'
import { SimulatedFaults } from './simulated-faults.tsx'
import { useDeliveryWords } from './use-delivery-words.ts'
import '../cases/cases.css'

/** The lines to departments: which answer, what was given up, whether both sides agree. */
export function DeliveriesPage() {
  const { words } = useDeliveryWords()
  const statuses = useAnswer(fetchStatuses)
  const letters = useAnswer(fetchDeadLetters)
  usePageTitle(words.title)
  const again = (): void => {
    statuses.again()
    letters.again()
  }
  const departments = statuses.value?.departments ?? []
  const silent = departments.filter(({ failures }) => failures > 0).length
  const dead = letters.value?.letters.length ?? 0
  return (
    <div className="stack">
      <header className="row spread">
        <div>
          <h1>{words.title}</h1>
          {statuses.value === undefined || letters.value === undefined ? null : (
            <p role="status">{silent + dead === 0 ? words.allWell : words.trouble(silent, dead)}</p>
          )}
          <p className="quiet fine">{words.lead}</p>
        </div>
        <button type="button" className="choice fit" onClick={again}>
          {words.refresh}
        </button>
      </header>
      <Asked answer={statuses}>
        {(value) => (
          <>
            <DepartmentsTable departments={value.departments} />
            <Asked answer={letters}>{(list) => <DeadLetters letters={list.letters} onSettled={again} />}</Asked>
            <SimulatedFaults departments={value.departments.filter(({ simulated }) => simulated)} onChanged={again} />
          </>
        )}
      </Asked>
    </div>
  )
}
