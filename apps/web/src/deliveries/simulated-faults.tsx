import { type FormEvent, useCallback, useState } from 'react'
import { useAnswer } from '../api/use-answer.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { type DepartmentName, type DepartmentStatus, type Faults, fetchFaults, setFaults } from './calls.ts'
import { useDeliveryWords } from './use-delivery-words.ts'

const shares = [
  'lostReply',
  'failing',
  'turningAway',
  'duplicate',
  'outOfOrder',
  'wrong',
  'refusing',
  'asking',
] as const
const durations = ['slowMs', 'workMs'] as const
type Typed = Readonly<Partial<Record<(typeof shares)[number] | (typeof durations)[number], string>>>

/** Only in the demonstration: how a simulated department fails from now on, in a frame that nobody takes for the real thing. */
export function SimulatedFaults({
  departments,
  onChanged,
}: {
  readonly departments: readonly DepartmentStatus[]
  readonly onChanged: () => void
}) {
  const { words } = useDeliveryWords()
  const [now, setNow] = useState<Readonly<Partial<Record<DepartmentName, Faults>>>>({})
  const [last, setLast] = useState<DepartmentName | null>(null)
  const deed = useDeed(
    async (department: DepartmentName, faults: Partial<Faults>) => ({
      department,
      faults: await setFaults(department, faults),
    }),
    ({ department, faults }) => {
      setNow({ ...now, [department]: faults })
      setLast(department)
      onChanged()
    },
  )
  const names = departments.map(({ department }) => department).join(' ')
  const load = useCallback(
    async () =>
      Object.fromEntries(
        await Promise.all(
          (names.split(' ') as readonly DepartmentName[]).map(
            async (department) => [department, await fetchFaults(department)] as const,
          ),
        ),
      ),
    [names],
  )
  const found = useAnswer(names === '' ? null : load)
  if (departments.length === 0) return null
  const faultsOf = (department: DepartmentName): Faults | undefined => now[department] ?? found.value?.[department]
  const name = (department: DepartmentName): string => words.names[department] ?? department
  const text = (faults: Faults | undefined): string => {
    if (faults === undefined) return '…'
    if (isSound(faults)) return words.normal
    return faults.down ? words.downNow : words.faulty
  }
  return (
    <section className="panel simulation" aria-labelledby="simulation">
      <h2 id="simulation">{words.simulation}</h2>
      <p>{words.simulationLead}</p>
      {last === null ? null : <p role="status">{words.isNow(name(last), text(faultsOf(last)))}</p>}
      <Failure failed={deed.failed ?? found.failed} />
      <ul className="stack">
        {departments.map(({ department }) => (
          <li key={department} className="stack">
            <div className="row">
              <strong>{name(department)}</strong>
              <span className={isSoundOrUnknown(faultsOf(department)) ? 'tag' : 'tag waiting'}>
                {text(faultsOf(department))}
              </span>
              <button
                type="button"
                className="choice fit"
                disabled={deed.doing}
                aria-label={`${words.takeDown} ${name(department)}`}
                onClick={() => deed.run(department, { down: true })}
              >
                {words.takeDown}
              </button>
              <button
                type="button"
                className="choice fit"
                disabled={deed.doing}
                aria-label={`${words.bringBack} ${name(department)}`}
                onClick={() => deed.run(department, {})}
              >
                {words.bringBack}
              </button>
            </div>
            <details>
              <summary>{words.more}</summary>
              <FaultsForm doing={deed.doing} onSet={(faults) => deed.run(department, faults)} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isSound(faults: Faults): boolean {
  return !faults.down && faults.slowMs === 0 && shares.every((share) => faults[share] === 0)
}

function isSoundOrUnknown(faults: Faults | undefined): boolean {
  return faults === undefined || isSound(faults)
}

function FaultsForm({ doing, onSet }: { readonly doing: boolean; readonly onSet: (faults: Partial<Faults>) => void }) {
  const { words } = useDeliveryWords()
  const [typed, setTyped] = useState<Typed>({})
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const given = Object.entries(typed).filter(([, value]) => value !== '')
    onSet(Object.fromEntries(given.map(([key, value]) => [key, Number(value)])))
  }
  return (
    <form className="decision-form" onSubmit={submit}>
      {[...durations, ...shares].map((key) => (
        <Field key={key} label={words.faults[key]}>
          {(props) => (
            <input
              {...props}
              type="text"
              inputMode="decimal"
              value={typed[key] ?? ''}
              onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <button type="submit" className="button" disabled={doing}>
        {words.set}
      </button>
    </form>
  )
}
