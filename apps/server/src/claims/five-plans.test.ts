import { fileURLToPath } from 'node:url'
import { prepareBatch, settleClaim, type WrittenFacts } from '@junheng/casework'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../places/service.ts'
import { claimableBenefits, findClaimable } from './claimable.ts'
import { nobodyKnown } from './known-family.ts'
import { askRules } from './rules-say.ts'

const packs = fileURLToPath(new URL('../../../../packs', import.meta.url))
const library = await openLibrary(packs, () => undefined)
const places = [...library.places.values()].map(({ place }) => place).filter(({ plan }) => plan !== null)
const all = places.flatMap((place) => claimableBenefits(place).map(({ id }) => [place, id] as const))

interface Worked {
  readonly on: string
  readonly stated: WrittenFacts
}

const infant = { 'child.birthDate': '2025-02-10', 'child.birthOrder': 1, 'child.chineseNational': true }
const lost = {
  'member.specialFamily': 'child-deceased',
  'member.birthDate': '1960-04-01',
  'member.womanBirthDate': '1962-08-01',
  'member.onlyChildCertificate': true,
  'member.hasAnotherChild': false,
  'member.careConditionsMet': true,
}

/** A household to which each benefit is due, in a place of that region: from the packs' own worked examples. */
const worked: Readonly<Record<string, (region: number) => Worked>> = {
  'childcare-subsidy': () => ({ on: '2025-09-01', stated: infant }),
  'childcare-subsidy-without-carer': () => ({ on: '2025-09-01', stated: { ...infant, 'child.withoutCarer': true } }),
  'maternity-allowance': () => ({
    on: '2024-06-01',
    stated: {
      'mother.employed': true,
      'mother.maternityInsured': true,
      'mother.employerMonthlyWage': 7777,
      'child.birthDate': '2024-03-10',
      'child.birthOrder': 1,
      'child.babiesInBirth': 1,
      'child.delivery': 'natural',
    },
  }),
  'special-family-assistance': (region) => ({
    on: '2024-09-01',
    stated: { ...lost, 'member.registrationRegion': region, 'household.registrationRegion': region },
  }),
  'only-child-loss-lump-sum': () => ({
    on: '2024-07-01',
    stated: {
      'member.sex': 'female',
      'member.birthDate': '1969-07-01',
      'member.specialFamily': 'child-deceased',
      'member.hasAnotherChild': false,
    },
  }),
  'only-child-parent-lump-sum': () => ({
    on: '2024-07-01',
    stated: {
      'member.sex': 'female',
      'member.birthDate': '1969-07-01',
      'member.onlyChildParent': true,
      'member.onlyChildCertificate': true,
    },
  }),
  'only-child-parent-reward': () => ({
    on: '2024-07-01',
    stated: {
      'household.oneChildBefore2016': true,
      'member.onlyChildCertificate': true,
      'child.birthDate': '2010-09-09',
      'child.birthOrder': 1,
    },
  }),
  'assisted-reproduction-aid': (region) => ({
    on: '2025-05-10',
    stated: {
      'mother.birthDate': '1990-05-10',
      'mother.assistedReproduction': true,
      'mother.assistedReproductionRegion': region,
    },
  }),
  'delivery-aid': (region) => ({
    on: '2025-09-01',
    stated: {
      ...infant,
      'child.birthOrder': 2,
      'child.deliveredInInstitution': true,
      'child.deliveryRegion': region,
    },
  }),
  'nursery-enrolment-aid': (region) => ({
    on: '2024-03-01',
    stated: {
      'child.birthDate': '2022-05-01',
      'child.birthOrder': 2,
      'child.nursery.enrolled': true,
      'child.nursery.filed': true,
      'child.nursery.region': region,
    },
  }),
}

/** What the rules say of the worked household. */
function decide(place: (typeof places)[number], id: string) {
  const found = findClaimable(place, id)
  if (!found.ok) throw new Error(found.problem.message.en)
  const example = worked[id]?.(place.region)
  if (example === undefined) throw new Error(`no worked example of ${id}`)
  const asked = askRules({
    place,
    claimable: found.claimable,
    claim: {
      region: String(place.region),
      subject: 's',
      period: found.claimable.yearly ? example.on.slice(0, 4) : 'once',
      openedOn: example.on,
    },
    family: nobodyKnown,
    birth: undefined,
    on: example.on,
    // A dictionary of a place has only what its rules ask.
    stated: Object.fromEntries(
      Object.entries(example.stated).filter(([name]) => place.facts.some((fact) => fact.name === name)),
    ),
    calendar: chineseWorkdays,
  })
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems))
  return { ...asked.said, on: example.on }
}

describe('every claimable benefit of the five plans', () => {
  it.each(all.map(([place, id]) => [`${place.id}: ${id}`, place, id] as const))(
    '%s is granted to a worked household, ordered from the bank and settled to the fen',
    (_, place, id) => {
      const { answer, due, limitFen, on } = decide(place, id)
      expect([answer.status, answer.missing.map(({ fact }) => fact)]).toEqual(['eligible', []])
      // Where the plan names a limit only, an officer gives the amount within it.
      const granted = limitFen === null ? due : [{ period: 'once', fen: limitFen }]
      const owed = granted.reduce((total, { fen }) => total + fen, 0)
      expect(owed).toBeGreaterThan(0)
      const claim = { claim: 'c', asOf: on, due: granted }
      const settlement = settleClaim({ ...claim, movements: [] })
      const payee = { name: '李梅', account: '6222020011223344' }
      const made = prepareBatch({ id: 'b', by: 'x', on, payments: [{ settlement, payee }] })
      if (!made.ok) throw new Error(JSON.stringify(made.problems))
      expect(made.batch.totalFen).toBe(owed)
      const paid = made.batch.lines.flatMap(({ parts }) =>
        parts.map((part) => ({ claim: 'c', kind: 'paid' as const, ...part })),
      )
      expect(settleClaim({ ...claim, movements: paid })).toMatchObject({ toPayFen: 0, toRecoverFen: 0, heldFen: owed })
    },
  )

  it('and no other: the rest of the money has a reason why nobody claims it', () => {
    const why = places.map((place) => [
      place.id,
      place.benefits.flatMap(({ id, kind }) => {
        const found = findClaimable(place, id)
        return kind.startsWith('cash-') && !found.ok ? [`${id}: ${found.problem.message.en}`] : []
      }),
    ])
    expect(Object.fromEntries(why)).toMatchInlineSnapshot(`
      {
        "alxa": [],
        "beijing": [],
        "qinghai": [],
        "tianjiaan": [
          "carer-training-allowance: The document that gives "Training allowance for new carers" is a draft and not in force",
          "childcare-skill-allowance: The document that gives "Skill-level allowance" is a draft and not in force",
          "home-service-grant: The plan only explores or encourages "Grant to home-service firms for childcare": there is no money to claim yet",
          "low-income-nursery-aid: The document that gives "Nursery and kindergarten aid for low-income families" is a draft and not in force",
          "retraining-allowance: The document that gives "Retraining allowance after a birth" is a draft and not in force",
          "retraining-living-allowance: The document that gives "Living allowance during retraining" is a draft and not in force",
          "special-family-nursing-allowance: The document that gives "Nursing allowance of special families" is a draft and not in force",
        ],
        "xianan": [],
      }
    `)
  })
})
