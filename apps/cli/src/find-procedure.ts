import type { Procedure } from '@junheng/casework'
import { findNearestName } from '@junheng/rules'
import { usageError } from './usage-error.ts'

/** Every version of the procedure a person names by its id or label; a usage error lists those there are. */
export function versionsNamed(procedures: readonly Procedure[], name: string): readonly Procedure[] {
  const found = procedures.find(({ id, label }) => id === name || label.zh === name || label.en === name)
  if (found !== undefined) return procedures.filter(({ id }) => id === found.id)
  const ids = [...new Set(procedures.map(({ id }) => id))]
  const near = findNearestName(name, ids)
  throw usageError({
    zh: `没有“${name}”这个办事流程。${near === undefined ? '' : `是不是“${near}”？`}现有：${ids.join('、')}`,
    en: `There is no procedure "${name}".${near === undefined ? '' : ` Did you mean "${near}"?`} Procedures: ${ids.join(', ')}`,
  })
}
