import { dayNumberOf } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import { censusHead, censusRow, readOne } from '../testing/small-census.ts'
import { carriedCensus } from './carried-census.ts'
import { censusDay, populationOf } from './county-census.ts'
import { csvRows } from './csv-rows.ts'
import { readCensusTable } from './read-census-table.ts'

describe('the carried census', () => {
  it('has the five places with their published populations', () => {
    const total = (prefix: string) =>
      [...carriedCensus().values()]
        .filter(({ code }) => String(code).startsWith(prefix))
        .reduce((sum, county) => sum + populationOf(county), 0)
    expect(['421202', '340403', '1529', '11', '63'].map(total)).toEqual([
      657_590, 730_078, 262_361, 21_893_095, 5_923_957,
    ])
    expect(censusDay).toBe(dayNumberOf(2020, 11, 1))
  })

  it('has families whose generations add up, and fewer persons in them than live there', () => {
    for (const county of carriedCensus().values()) {
      const { families, familyPersons, generations, onePersonFamilies, urban, name } = county
      expect(
        generations.reduce((sum, count) => sum + count),
        name,
      ).toBe(families)
      expect(familyPersons).toBeLessThanOrEqual(populationOf(county))
      expect(onePersonFamilies).toBeLessThanOrEqual(generations[0])
      expect(urban).toBeLessThanOrEqual(populationOf(county))
    }
  })
})

describe('readCensusTable', () => {
  it('reads a county as the program writes it', () => {
    const { counties, problems } = readOne(censusRow({ code: 510104, name: '锦江区' }))
    expect(problems).toEqual([])
    expect(counties.get(510104)).toEqual({ ...carriedCensus().get(421202), code: 510104, name: '锦江区' })
  })

  it('takes NA for nobody and passes over rows that are no county', () => {
    const row = censusRow({ code: 510104, generations: [88_637, 90_550, 31_607, 0] })
    const withNothing = row.replace(',31607,0,', ',31607,NA,')
    expect(withNothing).not.toBe(row)
    expect(readOne(withNothing).counties.get(510104)?.generations[3]).toBe(0)
    expect(readOne(row.replace(/county$/, 'prov')).counties.size).toBe(0)
  })

  it('names each column that is missing', () => {
    const { counties, problems } = readCensusTable('区划代码,区县\n421202,咸安区\n')
    expect(counties.size).toBe(0)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message.zh).toContain('男_0岁')
    expect(readCensusTable('').problems[0]?.message.zh).toContain('空')
  })

  it('leaves out a row that is not right and says which and why', () => {
    const good = censusRow({ code: 510104 })
    const wrong = [
      [good.replace('510104', '5101'), '六位'],
      [good.replace(',657590,', ',657591,'), '合计'],
      [good.replace(',3403,', ',-1,'), '不是数'],
      [good.replace(',3403,', ',abc,'), '不是数'],
      [good.replace(',3403,', ',,'), '不是数'],
    ] as const
    for (const [row, said] of wrong) {
      const { counties, problems } = readCensusTable(`${censusHead}\n${row}\n${good}`)
      expect([...counties.keys()]).toEqual([510104])
      expect(problems.map(({ line }) => line)).toEqual([2])
      expect(problems[0]?.message.zh).toContain(said)
    }
  })
})

describe('csvRows', () => {
  it('reads quotes, line ends within them, a byte order mark and empty cells', () => {
    const rows = [...csvRows('\uFEFFa,"b,""c""",\n"x\ny",,z\n\nlast,1')]
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b,"c"', ''] },
      { line: 2, cells: ['x\ny', '', 'z'] },
      { line: 5, cells: ['last', '1'] },
    ])
  })
})
