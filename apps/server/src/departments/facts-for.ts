import type { Item, Procedure, Written, WrittenFacts } from '@junheng/casework'
import type { Delivery } from '@junheng/connector'

/**
 * What a department is told of an item: what its procedure sends, as far as it is known. The subject's own fields lose
 * their prefix (`child.birthDate` is `birthDate`); those of others keep it.
 */
export function factsFor(
  item: Item,
  { procedure, facts }: { readonly procedure: Procedure; readonly facts: WrittenFacts },
): Delivery['facts'] {
  return Object.fromEntries(
    item.sends.flatMap(({ field }): readonly [string, Written][] => {
      const value = facts[field]
      return value === undefined ? [] : [[shortName(procedure, field), cut(value)]]
    }),
  )
}

/** The facts of a case that a unit may see, under their own names: what its items are sent, and what they gave. */
export function factsSeenBy(
  unit: string,
  { procedure, facts }: { readonly procedure: Procedure; readonly facts: WrittenFacts },
): WrittenFacts {
  const own = procedure.items.filter((item) => item.unit === unit)
  const names = new Set(own.flatMap(({ sends, produces }) => [...sends.map(({ field }) => field), ...produces]))
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)))
}

/** What a department gave, under the names of the fields that the item fills; what it does not fill stays as it came. */
export function outputsAsFields(
  procedure: Procedure,
  { produces, outputs }: { readonly produces: readonly string[]; readonly outputs: Delivery['facts'] },
): WrittenFacts {
  const byShort = new Map(produces.map((name) => [shortName(procedure, name), name]))
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]): readonly [string, Written][] =>
      value === null ? [] : [[byShort.get(name) ?? name, value]],
    ),
  )
}

function shortName({ subject }: Procedure, name: string): string {
  return name.startsWith(`${subject}.`) ? name.slice(subject.length + 1) : name
}

/** The connector's messages hold at most 500 characters a value. */
function cut(value: Written): Written {
  return typeof value === 'string' ? value.slice(0, 500) : value
}
