import type { Procedure } from '@junheng/casework'

/**
 * In whose name a post that works for several units does something: the item's unit, else the lead of the case, else the
 * first. `units` empty: nobody's, which every procedure turns down.
 */
export function actingUnit(
  { items, lead }: Pick<Procedure, 'items' | 'lead'>,
  { units, item }: { readonly units: readonly string[]; readonly item: string | null },
): string {
  const wanted = items.find(({ id }) => id === item)?.unit ?? lead
  return [wanted, lead].find((unit) => units.includes(unit)) ?? units[0] ?? 'nobody'
}
