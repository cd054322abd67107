import { toDayNumber, type Day } from '@junheng/kernel'
import type { Secrets } from '../../../apps/server/src/database/secrets.ts'
import { nameKeys } from '../../../apps/server/src/register/name-keys.ts'
import type { AuditChains } from './audit-chains.ts'
import { compileStory, type CompiledStory } from './compile-story.ts'
import { yearOf, type HistoryPlan } from './history-plan.ts'
import type { Homes } from './homes.ts'
import type { Story } from './read-stories.ts'
import { makeCopy } from './story-copy.ts'
import type { TableFiles } from './table-files.ts'

/** Copies between two looks at what is to be written. */
const copiesOfFlush = 50

/**
 * The rows of a history of cases: copies of stories that the service itself has played, each with a family, days, ids and
 * numbers of its own, sealed for the row it lies in. `numbersFrom`: the last number given in a year before these.
 */
export async function fillCases(options: {
  readonly files: TableFiles
  readonly chains: AuditChains
  readonly secrets: Secrets
  readonly homes: Homes
  readonly stories: readonly Story[]
  readonly plan: HistoryPlan
  readonly numbersFrom: ReadonlyMap<number, number>
  readonly today: Day
}): Promise<void> {
  const { files, chains, secrets, homes, stories, plan, numbersFrom, today } = options
  const own = stories.filter(({ procedure }) => procedure === plan.kind).map((story) => compileStory(secrets, story))
  const [ended, open] = [own.filter(({ story }) => story.ended), own.filter(({ story }) => !story.ended)]
  const numbers = new Map(numbersFrom)
  const ofDay = new Map<string, number>()
  // Newborns of a day and sex have numbers from 100 on: what the service gives while it is measured lies below.
  const next = (key: string) => {
    const found = ofDay.get(key) ?? 100
    ofDay.set(key, found + 1)
    return found
  }
  const given = Array.from({ length: 300 }, (_, at) => nameKeys(homes.at(at * 31).mother.name).givenName)
  const write = async (one: CompiledStory | undefined, { at, day }: { at: number; day: number | null }) => {
    if (one === undefined) throw new Error(`no story of ${plan.kind}`)
    const { story, madeIds } = one
    const storyDay = toDayNumber(story.firstDay)
    const firstDay = day ?? storyDay
    const year = yearOf(firstDay)
    const number = (numbers.get(year) ?? 0) + 1
    numbers.set(year, number)
    const home = homes.at(at * 7919)
    const copy = makeCopy(secrets, {
      home,
      firstDay,
      storyDay,
      number: `咸安-${year}-${String(number).padStart(6, '0')}`,
      serial: at + 1,
      sex: story.sex,
      ofDay: next(`${firstDay} ${story.sex}`),
      childName: home.father.name.slice(0, 1) + (given[at % given.length] ?? ''),
      madeIds,
    })
    one.write(copy, { files, chains })
    if (at % copiesOfFlush === 0) await files.flush()
  }
  for (let at = 0; at < plan.ended; at++) await write(ended[at % ended.length], { at, day: plan.dayOf(at) })
  for (let at = 0; at < plan.open; at++) await write(open[at % open.length], { at: plan.ended + at, day: null })
  const last = toDayNumber(today)
  if (numbers.size === 0) throw new Error(`no case of ${plan.kind} before ${last}`)
}
