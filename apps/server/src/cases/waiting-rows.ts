import { whatNow, type CaseState, type Procedure } from '@junheng/casework'
import { parseDayNumber } from '@junheng/kernel'
import type { Casework } from './casework.ts'

/** One line of a queue: who has what of a case, and until when. */
export interface WaitingRow {
  readonly position: number
  readonly item: string | null
  readonly unit: string
  readonly office: string | null
  readonly officer: string | null
  readonly what: string
  readonly names: readonly string[]
  readonly until: string | null
}

/** Who has a case now, as it stands on a day; without the words of whoever asked, which may be personal. Pure. */
export function waitingRows(
  { calendar }: Pick<Casework, 'calendar'>,
  { procedure, state, on }: { readonly procedure: Procedure; readonly state: CaseState; readonly on: string },
): readonly WaitingRow[] {
  return whatNow(procedure, state, { calendar, on: parseDayNumber(on) ?? 0 }).map(
    ({ item, who, office, officer, what, names, until }, position) => ({
      position,
      item,
      unit: who,
      office,
      officer,
      what,
      names,
      until,
    }),
  )
}
