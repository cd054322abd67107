import { array, assert, constantFrom, integer, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftPack } from './draft/draft-pack.ts'
import { readPlan } from './read-plan.ts'
import { fixtures } from './testing/fixtures.ts'

/** What pages, scanners and converters write into plans. */
const scraps =
  '() （ ） 《 》 〈 〉 〔 〕 【 】 “ ” ？ ? ?? (qū) （zhèng） ?shù) \ue260 ㄉ ^ ** # | --- 1、 2. （三） 四、 第五条 第二章 2025年 到2025年底 “十四五”期末 12.5万元 300元/月 0.5万—1.2万 20/10万 6.5‰ 30％ 3-5家 18:30 每年12月1日前 责任单位： 牵头 按职责分工负责 全覆盖 分别 附件 𠮷 👶 \u0000 \u2028 \ufeff \r \n \n\n 　 [a](<b>) &nbsp; ，， ；； 。'.split(
    ' ',
  )

const pieces = fixtures
  .flatMap(({ text }) => {
    const rows = text.split('\n').filter((row) => row.trim() !== '')
    return Array.from({ length: 6 }, (_, i) =>
      rows
        .slice(i * 4, i * 4 + 9)
        .join('\n')
        .slice(0, 420),
    )
  })
  .filter((piece) => piece.length > 40)

const change = record({
  at: integer({ min: 0, max: 420 }),
  cut: integer({ min: 0, max: 30 }),
  scrap: constantFrom(...scraps),
  noise: string({ maxLength: 3, unit: 'binary' }),
})

const mutated = record({ piece: constantFrom(...pieces), changes: array(change, { minLength: 1, maxLength: 5 }) }).map(
  ({ piece, changes }) =>
    changes.reduce(
      (text, { at, cut, scrap, noise }) => text.slice(0, at) + scrap + noise + text.slice(at + cut),
      piece,
    ),
)

describe('10,000 mutated plans', () => {
  test('are read without a crash, and every place is where it says', () => {
    assert(
      property(mutated, (text) => {
        const outline = readPlan(text)
        const rows = (text.includes('\n') ? text.split('\n') : text.split('\r')).map((row) => Array.from(row))
        const items = [
          ...outline.targets,
          ...outline.benefits,
          ...outline.deadlines,
          ...outline.recurrent,
          ...outline.other,
          ...outline.doubts,
          ...outline.cites,
          ...outline.parents,
        ]
        // One expectation a plan: ten thousand plans have a million places.
        const wrong = items.filter(
          ({ at }) =>
            (rows[at.line - 1] ?? []).slice(at.col, at.col + Array.from(at.quote).length).join('') !== at.quote,
        )
        const known = new Set(outline.sections.map(({ path }) => path))
        const figures = [...outline.targets, ...outline.benefits, ...outline.deadlines, ...outline.recurrent]
        expect([wrong, figures.filter(({ section }) => !known.has(section))]).toEqual([[], []])
      }),
      { numRuns: 10_000, seed: 20230720 },
    )
  }, 600_000)

  test('draft packs come of them all', () => {
    assert(
      property(mutated, (text) => {
        const files = draftPack(readPlan(text), { id: 'draft', region: 421202, parent: null })
        expect(files.has('421202-draft/pack.yaml')).toBe(true)
      }),
      { numRuns: 300, seed: 7 },
    )
  }, 300_000)

  test('plain noise is read too', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(readPlan(text).targets).toBeDefined()
      }),
      { numRuns: 1000, seed: 11 },
    )
  }, 300_000)
})
