import { findClaimProcedure } from '@junheng/casework'
import { opens, readSituation } from '@junheng/entitlements'
import { getDay } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { describe, expect, it } from 'vitest'
import { findPlace, findWhole } from './load-places.ts'

const family = {
  household: { registrationRegion: 421202, residenceRegion: 421202, registeredMarriage: true, lowIncome: false },
  mother: { employed: true, maternityInsured: true },
  father: { employed: true },
  children: [
    {
      birthDate: '2026-03-01',
      birthOrder: 1,
      delivery: 'natural',
      babiesInBirth: 1,
      chineseNational: true,
      registrationRegion: 421202,
    },
  ],
}

async function born(stops: Parameters<typeof opens>[0]['stops'] = []) {
  const place = await findPlace('xianan')
  const read = readSituation(place, family)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return opens({ place, situation: read.situation, child: 0, calendar: chineseWorkdays, stops })
}

describe('one birth in Xian’an', () => {
  it('opens leave, the tax deduction, the subsidy, the insurance window, visits and vaccines, each with its days', async () => {
    const openings = await born()
    const days = (id: string) => openings.filter((opening) => opening.id === id).map(({ from, to }) => [from, to])
    expect(days('maternity-leave').length).toBeGreaterThan(0)
    expect(days('tax-deduction-under-three')).toContainEqual(['2026-03-01', '2029-03-01'])
    expect(days('childcare-subsidy')).toEqual([['2026-03-01', '2029-03-01']])
    expect(days('newborn-medical-insurance')).toEqual([['2026-03-01', '2026-05-30']])
    expect(days('visit-full-month')).toEqual([['2026-03-29', '2026-04-01']])
    expect(days('hepatitis-b-2')).toEqual([['2026-04-01', null]])
    expect(days('dtap-5')).toEqual([['2032-03-01', '2033-03-01']])
  })

  it('keeps the mother’s leave and stops visits and vaccines after a death', async () => {
    const openings = await born([{ kind: 'death', on: getDay('2026-03-20') }])
    const ids = new Set(openings.map(({ id }) => id))
    expect(ids.has('maternity-leave')).toBe(true)
    expect(ids.has('dtap-5')).toBe(false)
    expect(openings.find(({ id }) => id === 'childcare-subsidy')?.unsettled).toBe('death')
  })
})

describe('claims of the places with a plan', () => {
  it('have a procedure for every benefit paid in money', async () => {
    for (const name of ['beijing', 'alxa', 'tianjiaan', 'xianan', 'qinghai']) {
      const { place, procedures } = await findWhole(name)
      const paid = place.benefits.filter(({ kind }) => kind === 'cash-once' || kind === 'cash-periodic')
      expect(paid.length).toBeGreaterThan(0)
      for (const { id } of paid) {
        const expected = id === 'childcare-subsidy' ? 'claim-childcare-subsidy' : 'claim'
        expect(findClaimProcedure(procedures, { benefit: id, day: '2026-03-01' })?.id).toBe(expected)
      }
    }
  })
})
