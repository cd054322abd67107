import { entitlements, readSituation } from '@junheng/entitlements'
import { parseDayNumber } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { loadPacks, onlyRelated, resolvePlace } from '@junheng/packs'
import { expect, it } from 'vitest'
import { readPackFiles } from './pack-files.ts'

it('worked examples get the same answers from the benefits they touch as from the whole place', async () => {
  const { packs } = loadPacks(await readPackFiles())
  let compared = 0
  for (const pack of packs.values()) {
    const { place } = resolvePlace(packs, pack.id)
    if (place === null) continue
    // Every fifth example is enough: the whole place is slow to judge.
    for (const { data } of pack.examples.filter((_, index) => index % 5 === 0)) {
      const read = readSituation(place, data.situation)
      const on = parseDayNumber(data.on)
      if (!read.ok || on === undefined) continue
      const ids = new Set(Object.keys(data.expect))
      const ask = (asked: typeof place) =>
        entitlements({ place: asked, situation: read.situation, on, calendar: chineseWorkdays }).filter(({ id }) =>
          ids.has(id),
        )
      expect(ask(onlyRelated(place, ids))).toEqual(ask(place))
      compared += ids.size
    }
  }
  expect(compared).toBeGreaterThan(25)
})
