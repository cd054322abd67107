import { toDayNumber } from '@junheng/kernel'
import type { SynthHousehold } from '../household.ts'
import type { SynthPerson } from '../person.ts'

/** The family of a household that benefits are about: parents and their children. */
export interface Family {
  readonly mother: SynthPerson | undefined
  readonly father: SynthPerson | undefined
  /** Children in the household, the oldest first. */
  readonly children: readonly SynthPerson[]
}

/**
 * Of several families in one household the one with the youngest child, or with the woman who is pregnant; without
 * children the couple or the lone adult that heads the household. Grandchildren whose parents are elsewhere are a family
 * of their own.
 */
export function familyOf({ members }: SynthHousehold): Family {
  const byId = new Map(members.map((member) => [member.id, member]))
  const person = (id: string | null): SynthPerson | undefined => (id === null ? undefined : byId.get(id))
  const expecting = members.find(({ dueDate }) => dueDate !== null)
  const youngest = members
    .filter(({ relation }) => relation === 'child' || relation === 'grandchild')
    .sort((a, b) => toDayNumber(b.birthDate) - toDayNumber(a.birthDate))[0]
  if (expecting === undefined && youngest?.relation === 'grandchild') {
    return {
      mother: undefined,
      father: undefined,
      children: ordered(members, ({ relation }) => relation === 'grandchild'),
    }
  }
  const mother = expecting ?? person(youngest?.mother ?? null)
  if (mother !== undefined) {
    return { mother, father: person(mother.partner), children: ordered(members, (child) => child.mother === mother.id) }
  }
  const father = person(youngest?.father ?? null)
  if (father !== undefined) {
    return { mother: undefined, father, children: ordered(members, (child) => child.father === father.id) }
  }
  const head = members[0]
  const partner = person(head?.partner ?? null)
  return {
    mother: head?.sex === 'female' ? head : partner,
    father: head?.sex === 'male' ? head : partner,
    children: [],
  }
}

function ordered(members: readonly SynthPerson[], isChild: (member: SynthPerson) => boolean): readonly SynthPerson[] {
  return members.filter(isChild).sort((a, b) => toDayNumber(a.birthDate) - toDayNumber(b.birthDate))
}
