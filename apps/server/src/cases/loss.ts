import type { CaseState } from '@junheng/casework'

/** Whether the child of a case was lost, so that no page says anything cheerful. */
export type Loss = 'none' | 'stillbirth' | 'death'

export function lossOf({ facts, stops }: Pick<CaseState, 'facts' | 'stops'>): Loss {
  if (facts['child.origin'] === 'stillborn') return 'stillbirth'
  return stops.some(({ reason }) => reason === 'death' || reason === 'loss') ? 'death' : 'none'
}
