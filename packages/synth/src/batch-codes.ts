/** Names of codes in columns: the code is the index. */
export const relations = ['head', 'partner', 'child', 'grandchild', 'parent', 'grandparent', 'other'] as const
export const maritalStatuses = ['never-married', 'married', 'cohabiting', 'divorced', 'widowed'] as const
export const householdKinds = [
  'one-person',
  'couple',
  'couple-with-children',
  'lone-parent',
  'with-parents',
  'three-generations',
  'four-generations',
  'grandparents-with-grandchildren',
  'shared',
  'collective',
] as const
export const works = ['none', 'student', 'employee', 'self-employed', 'unemployed', 'at-home', 'retired'] as const
export const specialFamilies = ['none', 'child-deceased', 'child-disabled'] as const

export type Relation = (typeof relations)[number]
export type MaritalStatus = (typeof maritalStatuses)[number]
export type HouseholdKind = (typeof householdKinds)[number]
export type Work = (typeof works)[number]
export type SpecialFamily = (typeof specialFamilies)[number]

/** Generations that live together in a household of each kind, as the census counts them; 0 for collective ones. */
export const generationsOf: Readonly<Record<HouseholdKind, number>> = {
  'one-person': 1,
  couple: 1,
  'couple-with-children': 2,
  'lone-parent': 2,
  'with-parents': 2,
  'three-generations': 3,
  'four-generations': 4,
  'grandparents-with-grandchildren': 2,
  shared: 1,
  collective: 0,
}

/** Bits of the column `flags` of a person. */
export const personFlags = {
  adopted: 1,
  disabled: 2,
  maternityInsured: 4,
  residentInsured: 8,
  fundContributor: 16,
  onlyChildCertificate: 32,
  unableToCareForSelf: 64,
} as const

/** Bits of the column `flags` of a household. */
export const householdFlags = { urban: 1, lowIncome: 2, housingDifficulty: 4, remotePastoral: 8 } as const
