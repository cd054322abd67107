import { ageInYears, toDayNumber } from '@junheng/kernel'
import type { SynthHousehold } from '../household.ts'
import type { SynthPerson } from '../person.ts'
import { keyOf } from '../random/mix.ts'
import { Random } from '../random/random.ts'

/** Who has a row among the members: parents under the former policy, and the old. */
const oldFrom = 49

/** Rows of the members for whom the former policy or old age matters. */
export function memberFacts(household: SynthHousehold): readonly Readonly<Record<string, unknown>>[] {
  const byId = new Map(household.members.map((member) => [member.id, member]))
  const today = toDayNumber(household.on)
  return household.members
    .filter(({ birthDate }) => ageInYears(toDayNumber(birthDate), today) >= oldFrom)
    .slice(0, 40)
    .map((member) => {
      const partner = member.partner === null ? undefined : byId.get(member.partner)
      const woman = member.sex === 'female' ? member : partner
      const random = new Random(keyOf(household.key, toDayNumber(member.birthDate), 3))
      return {
        birthDate: member.birthDate,
        specialFamily: member.specialFamily,
        registrationRegion: member.registrationRegion,
        ...(woman === undefined ? {} : { womanBirthDate: woman.birthDate }),
        unableToCareForSelf: member.unableToCareForSelf,
        poor: household.lowIncome,
        destitute: household.lowIncome && random.chance(0.1),
        careConditionsMet: random.chance(0.2),
        ...(woman === undefined ? {} : { onlyChildParent: woman.childrenEverBorn === 1 }),
        onlyChildCertificate: member.onlyChildCertificate,
        inHospital: random.chance(0.01),
      }
    })
}

/** Grown persons who pay into the provident fund. */
export function paysIntoFund(members: readonly SynthPerson[]): boolean {
  return members.some(({ fundContributor }) => fundContributor)
}
