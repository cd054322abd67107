import { carriedCensus, censusForecast, forecast, nationalBase, nationalSchedules } from '@junheng/demography'
import { describe, expect, it } from 'vitest'
import { computeForecast } from './compute-forecast.ts'
import { forecastRegions } from './forecast-regions.ts'
import type { ForecastRequest } from './forecast-types.ts'

const request: ForecastRequest = {
  region: 421202,
  seed: 1,
  fromYear: 2026,
  tfrChange: [0, 0],
  netMigration: 0,
  migrationVaries: true,
}

describe('the forecast of the page', () => {
  it('is offered for exactly the places whose census is carried', () => {
    const carried = carriedCensus.map(({ code }) => Number(code))
    expect(new Set([0, ...forecastRegions])).toEqual(new Set(carried))
  })

  it('says what the command says', () => {
    const { series, firstYear } = computeForecast(request)
    const place = carriedCensus.find(({ code }) => code === '421202')
    if (place === undefined) throw new Error('not carried')
    const base = nationalBase(nationalSchedules(2021, 2061))
    const cells = forecast(censusForecast(place, { base, trajectories: 1000, seed: 1 }).plan, { firstYear: 2021 })
    for (const [indicator, id] of [
      ['births', 'births'],
      ['0-2', 'under3'],
      ['3-5', 'from3to5'],
    ] as const) {
      const cell = cells.find((one) => one.year === 2035 && one.indicator === indicator)
      const near = (cell?.high95 ?? 0) / 500
      expect(Math.abs((series[id].median[2035 - firstYear] ?? 0) - (cell?.median ?? -1e9))).toBeLessThan(near)
      expect(Math.abs((series[id].high95[2035 - firstYear] ?? 0) - (cell?.high95 ?? -1e9))).toBeLessThan(near)
    }
  })

  it('gives the same numbers for the same seed and others for another', () => {
    const [once, again, other] = [request, request, { ...request, seed: 2 }].map(computeForecast)
    expect(again?.series).toEqual(once?.series)
    expect(again?.pyramid).toEqual(once?.pyramid)
    expect(other?.series.births.high95).not.toEqual(once?.series.births.high95)
  })

  it('makes men, women and age groups add up in every future that is certain', () => {
    const { series, pyramid } = computeForecast({ ...request, migrationVaries: false })
    const year = 14
    const at = (sex: 'male' | 'female', group: number) => pyramid[sex].median[year * pyramid.groups + group] ?? 0
    let [people, mothers] = [0, 0]
    for (let group = 0; group < pyramid.groups; group++) people += at('male', group) + at('female', group)
    for (let group = 3; group < 10; group++) mothers += at('female', group)
    // Medians do not add exactly: the young of 2035 are uncertain by their births.
    expect(people / (series.population.median[year] ?? 0)).toBeCloseTo(1, 2)
    expect(mothers / (series.women.median[year] ?? 0)).toBeCloseTo(1, 3)
  })

  it('answers to fertility and migration from the year of the change on, not before', () => {
    const base = computeForecast(request).series
    const more = computeForecast({ ...request, tfrChange: [0.5, 0.5] }).series
    expect(more.births.median[4]).toBe(base.births.median[4])
    expect(more.births.median[5]).toBeGreaterThan((base.births.median[5] ?? 0) * 1.3)
    const away = computeForecast({ ...request, netMigration: -0.01 }).series
    expect(away.population.median[39]).toBeLessThan((base.population.median[39] ?? 0) * 0.8)
    const certain = computeForecast({ ...request, migrationVaries: false }).series
    const width = ({ high95, low95 }: typeof base.population) => (high95[14] ?? 0) - (low95[14] ?? 0)
    expect(width(certain.population)).toBeLessThan(width(base.population) * 0.5)
  })

  it('lists what was changed among the assumptions', () => {
    const ids = computeForecast({ ...request, tfrChange: [0.1, 0], netMigration: 0.01 }).assumptions.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['base-date', 'migration', 'what-if-tfr', 'what-if-migration']))
  })

  it('refuses a place it has no structure of', () => {
    expect(() => computeForecast({ ...request, region: 420000 })).toThrow(/420000/u)
  })
})
