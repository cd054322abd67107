import { fileURLToPath } from 'node:url'
import { findClaimProcedure } from '@junheng/casework'
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

describe('the benefits of every plan', () => {
  it('that are money, a right and in force can be claimed, and no other', () => {
    expect(places).toHaveLength(5)
    for (const place of places) {
      for (const { id, kind, force } of place.benefits) {
        const { ok } = findClaimable(place, id)
        if (ok) expect([id, kind.startsWith('cash-'), force]).toEqual([id, true, 'entitled'])
      }
      expect(claimableBenefits(place).map(({ id }) => id)).toContain('childcare-subsidy')
    }
    expect(all.map(([place, id]) => `${place.id} ${id}`)).toContain('xianan delivery-aid')
  })

  it.each(all.map(([place, id]) => [`${place.id}: ${id}`, place, id] as const))('%s', (_, place, id) => {
    const found = findClaimable(place, id)
    if (!found.ok) throw new Error(found.problem.message.en)
    const procedures = library.procedures?.get(String(place.region)) ?? []
    expect(findClaimProcedure(procedures, { benefit: id, day: '2026-11-23' })).toBeDefined()
    const asked = askRules({
      place,
      claimable: found.claimable,
      claim: {
        region: String(place.region),
        subject: 's',
        period: found.claimable.yearly ? '2026' : 'once',
        openedOn: '2026-11-23',
      },
      family: nobodyKnown,
      birth: undefined,
      stated: {},
      on: '2026-11-23',
      calendar: chineseWorkdays,
    })
    // Of somebody of whom nothing is known nothing is due, and it is said what to ask.
    expect(asked).toMatchObject({ ok: true, said: { due: [] } })
    expect(asked.ok && (asked.said.answer.status !== 'incomplete' || asked.said.answer.missing.length > 0)).toBe(true)
    expect(asked.ok && asked.said.answer.status).not.toBe('eligible')
  })
})
