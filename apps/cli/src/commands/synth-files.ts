import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { householdAt, type Batch, type SynthHousehold, type SynthPerson } from '@junheng/synth'

const personFields = [
  'id',
  'household',
  'residentId',
  'name',
  'sex',
  'birthDate',
  'relation',
  'maritalStatus',
  'marriedOn',
  'partner',
  'mother',
  'father',
  'absentMotherBirthDate',
  'birthOrder',
  'babiesInBirth',
  'childrenEverBorn',
  'dueDate',
  'ethnicity',
  'phone',
  'registrationRegion',
  'work',
  'monthlyIncomeFen',
  'employerMonthlyWageFen',
  'maternityInsured',
  'residentInsured',
  'fundContributor',
  'specialFamily',
  'onlyChildCertificate',
  'adopted',
  'disabled',
  'unableToCareForSelf',
] as const satisfies readonly (keyof SynthPerson)[]

const householdFields = [
  'id',
  'region',
  'kind',
  'address',
  'urban',
  'lowIncome',
  'housingDifficulty',
  'remotePastoral',
  'on',
] as const satisfies readonly (keyof SynthHousehold)[]

const elsewhereFields = ['mother', 'birthDate', 'sex', 'alive'] as const

/**
 * Writes a population as three CSV files (UTF-8, head row, empty for what there is not), batch by batch; all appear under
 * their names only when all are whole.
 */
export async function writePopulation(folder: string, batches: Iterable<Batch>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files = [
    openFile(folder, 'persons.csv', personFields),
    openFile(folder, 'households.csv', householdFields),
    openFile(folder, 'children-elsewhere.csv', elsewhereFields),
  ] as const
  const [persons, households, elsewhere] = files
  try {
    for (const batch of batches) {
      for (let at = 0; at < batch.households.count; at++) {
        const household = householdAt(batch, at)
        households.add(householdFields.map((field) => household[field]))
        for (const member of household.members) persons.add(personFields.map((field) => member[field]))
        for (const child of household.childrenElsewhere) elsewhere.add(elsewhereFields.map((field) => child[field]))
      }
      for (const file of files) await file.flush()
    }
    for (const file of files) await file.close()
  } catch (error) {
    await Promise.all(files.map((file) => file.discard()))
    throw error
  }
  for (const file of files) await file.keep()
}

type Cell = string | number | boolean | null

function openFile(folder: string, name: string, fields: readonly string[]) {
  const [draft, target] = [join(folder, `.${name}.writing`), join(folder, name)]
  const stream = createWriteStream(draft)
  let failure: unknown
  stream.on('error', (error) => (failure = error))
  let lines = [fields.join(',')]
  const flush = async (): Promise<void> => {
    if (failure !== undefined) throw failure
    const text = lines.length === 0 ? '' : `${lines.join('\n')}\n`
    lines = []
    if (!stream.write(text)) await once(stream, 'drain')
  }
  return {
    add: (cells: readonly Cell[]): void => {
      lines.push(cells.map((cell) => (cell === null ? '' : String(cell))).join(','))
    },
    flush,
    close: async (): Promise<void> => {
      await flush()
      stream.end()
      await finished(stream)
    },
    discard: async (): Promise<void> => {
      stream.destroy()
      await rm(draft, { force: true })
    },
    keep: () => rename(draft, target),
  }
}
