import type { Page } from 'playwright-core'

/** A family's answers as the page keeps them, for tests that begin after the questions. */
export interface KeptHousehold {
  readonly facts?: Readonly<Record<string, boolean | number | string>>
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, boolean | number | string>>[]>>
  readonly topics?: readonly string[]
}

/** Puts answers on the device before the page is opened. */
export async function keepHousehold(page: Page, household: KeptHousehold): Promise<void> {
  const text = JSON.stringify({ facts: {}, rows: {}, topics: [], skipped: [], ...household })
  await page.addInitScript((kept) => {
    if (sessionStorage.getItem('seeded') !== null) return
    sessionStorage.setItem('seeded', 'yes')
    localStorage.setItem('junheng.household.1', kept)
  }, text)
}

/** A mother of two in Xian'an: a daughter at school, a son born on 1 October 2025 in the district hospital. */
export const xiananFamily: KeptHousehold = {
  facts: {
    'household.registrationRegion': 421202,
    'household.residenceRegion': 421202,
    'mother.employed': true,
    'mother.maternityInsured': true,
    'mother.employerMonthlyWage': 5200,
    'father.employed': true,
    'home.purchase': 'first',
    'home.region': 421202,
    'home.contractPrice': 800_000,
    'home.fundLoanLimit': 500_000,
    'home.fundContributor': true,
  },
  rows: {
    children: [
      {
        'child.birthDate': '2025-10-01',
        'child.birthOrder': 2,
        'child.babiesInBirth': 1,
        'child.delivery': 'natural',
        'child.deliveredInInstitution': true,
        'child.deliveryRegion': 421202,
        'child.registrationRegion': 421202,
        'child.chineseNational': true,
        'child.nursery.enrolled': true,
        'child.nursery.filed': true,
        'child.nursery.region': 421202,
      },
      { 'child.birthDate': '2018-06-01', 'child.birthOrder': 1, 'child.inSchool': true },
    ],
  },
}
