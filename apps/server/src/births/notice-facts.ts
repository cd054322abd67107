import type { Procedure, Written, WrittenFacts } from '@junheng/casework'
import type { BirthNotice } from './birth-notice.ts'
import type { KnownFamily } from './find-parents.ts'

/**
 * What a case knows from the first: the notice, and what the register adds. Only fields that the procedure has; what is
 * not known is left out, never guessed.
 */
export function noticeFacts(
  procedure: Procedure,
  { notice, family, region }: { readonly notice: BirthNotice; readonly family: KnownFamily; readonly region: string },
): WrittenFacts {
  const { child, mother, father, kind, where, place } = notice
  const known: Readonly<Record<string, Written | null | undefined>> = {
    'child.sex': child.sex,
    'child.birthDate': child.birthDate,
    'child.birthTime': child.birthTime,
    'child.weightGrams': child.weightGrams,
    'child.babiesInBirth': child.of,
    'child.stillborn': kind === 'stillbirth',
    'child.liveBirth': kind === 'live-birth',
    'child.deliveredInInstitution': where === 'in-institution',
    'child.deliveryRegion': Number(region),
    'child.birthPlace': place,
    'mother.name': family.mother?.name ?? mother.name,
    'mother.identityNumber': mother.identityNumber?.toUpperCase(),
    'mother.birthDate': family.mother?.birthDate,
    'father.name': father?.name ?? family.father?.name,
    'father.identityNumber': father?.identityNumber?.toUpperCase(),
    'household.address': family.address,
    'delivery.deliveryAddress': family.address,
  }
  const fields = new Set(procedure.fields.map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]): readonly [string, Written][] =>
      value === null || value === undefined || !fields.has(name) || procedure.derived[name] !== undefined
        ? []
        : [[name, value]],
    ),
  )
}
