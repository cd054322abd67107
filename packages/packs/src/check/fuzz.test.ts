import { assert, constantFrom, integer, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../load/load-packs.ts'
import { isError, type Problem } from '../problem.ts'
import { resolvePlace } from '../resolve/resolve-place.ts'
import { plainCalendar } from '../testing/report-lines.ts'
import { smallPacks } from '../testing/small-packs.ts'
import { checkPacks } from './check-packs.ts'

const sound = smallPacks()
const paths = [...sound.keys()]

/** What people and accidents write into YAML files. */
const scraps = [
  '',
  ' ',
  '\n',
  '\t',
  '- ',
  ': ',
  ', ',
  '>-\n',
  '---\n',
  ' and ',
  ' / 0',
  'some child in children satisfies ',
  'overrides: cn\n',
  'replaces: {id: maternity-leave}\n',
  'parent: xianan\n',
  'all: [later-child, later-child]\n',
  '\u0000',
  '\u{1F600}',
  ...'{ } [ ] " \' # | % &a *a !!js ＜ ≥ ， ： “ ” ３ null true -1 1e400 .inf .nan 0x10 2023-02-30'.split(' '),
  ...'999999999999999999999 id: when: value: on here child. child.later not( ** __proto__ constructor'.split(' '),
]

/** Cuts a stretch out of a text and puts another in its place. */
const mutation = record({
  path: constantFrom(...paths),
  at: integer({ min: 0, max: 2000 }),
  cut: integer({ min: 0, max: 40 }),
  scrap: constantFrom(...scraps),
  noise: string({ maxLength: 4 }),
  withNoise: integer({ min: 0, max: 3 }),
})

function mutated(change: {
  readonly path: string
  readonly at: number
  readonly cut: number
  readonly scrap: string
  readonly noise: string
  readonly withNoise: number
}): ReadonlyMap<string, string> {
  const text = sound.get(change.path) ?? ''
  const at = text.length === 0 ? 0 : change.at % (text.length + 1)
  const put = change.withNoise === 0 ? change.scrap + change.noise : change.scrap
  return new Map([...sound, [change.path, text.slice(0, at) + put + text.slice(at + change.cut)]])
}

/** Every problem names a file that was given and a line and column in it, in both languages. */
function expectWellFormed(problems: readonly Problem[], files: ReadonlyMap<string, string>): void {
  for (const { file, line, column, code, message } of problems) {
    expect(files.has(file) || file.endsWith('/pack.yaml')).toBe(true)
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual((files.get(file) ?? '').split('\n').length + 1)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(code).toMatch(/^[a-z][a-z-]+$/)
    expect(message.zh).not.toBe('')
    expect(message.en).not.toBe('')
  }
}

describe('whatever is written into a pack file', () => {
  it('is read without a throw, and every problem names a file and a line (10,000 files)', () => {
    assert(
      property(mutation, (change) => {
        const text = mutated(change).get(change.path) ?? ''
        const manifest = `${change.path.split('/')[0] ?? ''}/pack.yaml`
        const files = new Map([[manifest, sound.get(manifest) ?? '']]).set(change.path, text)
        expectWellFormed(loadPacks(files).problems, files)
      }),
      { numRuns: 10_000, seed: 20230720 },
    )
  })

  it('is resolved and checked without a throw, and gives a place exactly when nothing is wrong (1,000 packs)', () => {
    assert(
      property(mutation, (change) => {
        const files = mutated(change)
        const { packs } = loadPacks(files)
        const { place, problems } = resolvePlace(packs, 'xianan')
        if (packs.has('xianan')) expect(place === null).toBe(problems.some(isError))
        const report = checkPacks(files, plainCalendar, { minimumExamples: 0 })
        expectWellFormed(report.problems, files)
        expect(report.errors + report.warnings).toBe(report.problems.length)
      }),
      { numRuns: 1000, seed: 421202 },
    )
  })
})
