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
  const { child, mother, father, kind, where } = notice
  const known: Readonly<Record<string, Written | null | undefined>> = {
    'child.sex': child.sex,
    'child.birthDate': child.birthDate,
    'child.weightGrams': child.weightGrams,
    'child.babiesInBirth': child.of,
    'child.orderInBirth': child.order,
    'child.origin': kind === 'stillbirth' ? 'stillborn' : originOf[where],
    'child.foreignParents': notice.foreignParents ?? (bothChinese(notice, family) ? 'none' : undefined),
    'child.collectiveHousehold': family.householdKind === null ? undefined : family.householdKind === 'collective',
    'child.parentsOfTwoProvinces': twoProvinces(family),
    'household.registeredMarriage': family.married ? true : undefined,
    'child.deliveryRegion': Number(region),
    'mother.name': family.mother?.name ?? mother.name,
    'mother.identityNumber': mother.identityNumber?.toUpperCase(),
    'mother.birthDate': family.mother?.birthDate,
    'father.name': father?.name ?? family.father?.name,
    'father.identityNumber': father?.identityNumber?.toUpperCase(),
    'household.address': family.address,
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

const originOf = { 'in-institution': 'in-institution', outside: 'outside-institution' } as const

/** A parent with a resident's number is a Chinese citizen; without one nothing follows. */
function bothChinese({ mother, father }: BirthNotice, family: KnownFamily): boolean {
  const citizen = (told: BirthNotice['father'], known: KnownFamily['mother']) =>
    Boolean(told?.identityNumber) || (known?.hasNumber ?? false)
  return citizen(mother, family.mother) && citizen(father, family.father)
}

/** Where both parents' registrations are known: in this county's register both are of one province. */
function twoProvinces({ mother, father }: KnownFamily): boolean | undefined {
  return mother !== null && father !== null ? false : undefined
}
