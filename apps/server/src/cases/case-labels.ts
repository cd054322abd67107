import { findVersion, unitLabel, type Procedure } from '@junheng/casework'
import type { Words } from '@junheng/kernel'

/** What a procedure, one of its items and a unit are called; an id stands for itself where no pack names it any more. */
export function caseLabels(
  procedures: readonly Procedure[],
  { procedure: id, from, item, unit }: LabelledIds,
): { readonly procedure: Words; readonly item: Words | null; readonly unit: Words } {
  const itself = (word: string): Words => ({ zh: word, en: word })
  const found =
    procedures.find((one) => one.id === id && one.inForce.from === from) ??
    procedures.findLast((one) => one.id === id) ??
    undefined
  const named = found?.items.find((one) => one.id === item)
  return {
    procedure: found?.label ?? itself(id),
    item: item === null ? null : (named?.label ?? itself(item)),
    unit: found === undefined ? itself(unit) : unitLabel(found, unit),
  }
}

interface LabelledIds {
  readonly procedure: string
  /** First day of its version; null: whichever there is. */
  readonly from: string | null
  readonly item: string | null
  readonly unit: string
}

/** Every procedure in force on a day, once. */
export function proceduresOn(procedures: readonly Procedure[], day: string): readonly Procedure[] {
  const ids = [...new Set(procedures.map(({ id }) => id))]
  return ids.flatMap((id) => findVersion(procedures, id, day) ?? [])
}
