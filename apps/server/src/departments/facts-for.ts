import type { Procedure, Written, WrittenFacts } from '@junheng/casework'
import type { Delivery, Department } from '@junheng/connector'

/** Fields, by the last part of their name, that only some departments are told. All others go to each. */
const only: Readonly<Record<string, readonly Department[]>> = {
  bankAccount: ['medical-insurance'],
  weightGrams: ['hospital', 'health'],
  address: ['hospital', 'police', 'social-security'],
  registeredMarriage: ['police'],
  phone: ['hospital', 'health', 'social-security'],
  identityNumber: ['hospital', 'police', 'medical-insurance', 'social-security', 'tax'],
}

/**
 * What a department is told of a case: what is known, less the fields it does not need. The subject's own fields lose
 * their prefix (`child.birthDate` is `birthDate`); those of others keep it.
 */
export function factsFor(
  department: Department,
  { procedure, facts }: { readonly procedure: Procedure; readonly facts: WrittenFacts },
): Delivery['facts'] {
  const told = Object.entries(factsSeenBy(department, facts))
  return Object.fromEntries(told.map(([name, value]) => [shortName(procedure, name), cut(value)]))
}

/** The facts of a case that a department needs, under their own names. */
export function factsSeenBy(department: Department, facts: WrittenFacts): WrittenFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => only[lastPart(name)]?.includes(department) ?? true),
  )
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

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** The connector's messages hold at most 500 characters a value. */
function cut(value: Written): Written {
  return typeof value === 'string' ? value.slice(0, 500) : value
}
