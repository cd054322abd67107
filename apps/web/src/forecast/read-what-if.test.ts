import { describe, expect, it } from 'vitest'
import { firstWhatIfYear, readWhatIf, type WhatIfEntry } from './read-what-if.ts'

const good: WhatIfEntry = {
  tfrNow: '1.09',
  tfrEnd: '1.2',
  migration: '-0.5',
  migrationVaries: true,
  seed: '1',
  placesPerThousand: '4.5',
}

describe('a what-if', () => {
  it('is read with the figures a Chinese keyboard gives', () => {
    expect(readWhatIf({ ...good, tfrNow: '１。５', migration: '−0.5' }).numbers).toMatchObject({
      tfrNow: 1.5,
      migration: -0.5,
    })
  })

  it.each([
    ['210', /总和生育率 210 不可能.*0\.3 到 8.*小数点/u],
    ['-1', /不能是负数（-1）/u],
    ['', /还没有填/u],
    ['0.1', /太低/u],
    ['许多', /“许多”不是数字/u],
    ['1e2', /不是数字/u],
    ['Infinity', /不是数字/u],
  ])('with a TFR of “%s” is refused with the reason', (tfrNow, reason) => {
    const { numbers, problems } = readWhatIf({ ...good, tfrNow })
    expect(numbers).toBeNull()
    expect(problems.tfrNow?.zh).toMatch(reason)
    expect(problems.tfrNow?.en).not.toMatch(/\p{Script=Han}{3}/u)
    expect(Object.keys(problems)).toEqual(['tfrNow'])
  })

  it('names every problem at once', () => {
    const { problems } = readWhatIf({ ...good, tfrEnd: '9', seed: '1.5', migration: '50', placesPerThousand: '-1' })
    expect(Object.keys(problems).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'migration',
      'placesPerThousand',
      'seed',
      'tfrEnd',
    ])
  })

  it('begins this year, within the forecast', () => {
    expect(firstWhatIfYear('2026-03-01')).toBe(2026)
    expect(firstWhatIfYear('2019-03-01')).toBe(2022)
    expect(firstWhatIfYear('2099-03-01')).toBe(2050)
  })
})
