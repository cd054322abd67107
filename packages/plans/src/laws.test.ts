import { describe, expect, test } from 'vitest'
import type { At } from './text/line.ts'
import { readPlan } from './read-plan.ts'
import { fixtures } from './testing/fixtures.ts'

/** Every place an outline names. */
function placesOf(outline: ReturnType<typeof readPlan>): readonly At[] {
  const { parents, cites, targets, benefits, deadlines, recurrent, other, garbled, doubts } = outline
  return [
    ...[...parents, ...cites, ...targets, ...benefits, ...deadlines, ...recurrent, ...other, ...doubts].map(
      ({ at }) => at,
    ),
    ...garbled,
  ]
}

describe.each(fixtures)('in $name', ({ text }) => {
  const rows = text.split('\n').map((row) => Array.from(row))

  test('every place is where it says: the raw slice is the quote', () => {
    for (const { line, col, quote } of placesOf(readPlan(text))) {
      const slice = (rows[line - 1] ?? []).slice(col, col + Array.from(quote).length).join('')
      expect(slice).toBe(quote)
    }
  })

  test('every bracket of units holds the text it is said to hold', () => {
    for (const { bracket } of readPlan(text).sections.flatMap(({ unitGroups }) => unitGroups)) {
      const slice = (rows[bracket.line - 1] ?? []).slice(bracket.start, bracket.end).join('')
      expect(slice).toContain(bracket.raw)
    }
  })

  test('reading twice gives the same', () => {
    expect(readPlan(text)).toEqual(readPlan(text))
  })

  test('every ASCII number of a section lies in a figure, a heading, a citation or has its reason', () => {
    const outline = readPlan(text)
    const covered = [
      ...outline.targets,
      ...outline.benefits,
      ...outline.deadlines,
      ...outline.recurrent,
      ...outline.other,
      ...outline.parents,
      ...outline.cites,
    ].map(({ at }) => at)
    for (const section of outline.sections) {
      for (let line = section.line; line <= section.lastLine; line += 1) {
        const row = rows[line - 1] ?? []
        for (const match of row.join('').matchAll(/\d+(?:\.\d+)?(?=[%％‰个元所家人名天万])/g)) {
          const col = Array.from(row.join('').slice(0, match.index)).length
          const has = covered.some(
            (at) => at.line === line && at.col <= col && col < at.col + Array.from(at.quote).length,
          )
          expect(has, `line ${line}: ${row.slice(Math.max(0, col - 12), col + 12).join('')}`).toBe(true)
        }
      }
    }
  })
})

describe('time', () => {
  const [whole] = [fixtures.map(({ text }) => text).join('\n')]
  const cpu = (text: string): number => {
    const best = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage()
      readPlan(text)
      const { user, system } = process.cpuUsage(before)
      return user + system
    })
    return Math.min(...best)
  }

  test.each([
    ['plans one after another', whole],
    ['one line without a break', whole.replaceAll('\n', '')],
    ['text without a full stop', whole.replaceAll(/[。\n]/g, '，')],
    ['brackets that never close', '（《“'.repeat(3000)],
    ['marks without text', '（一）一、1.'.repeat(1500)],
    ['numbers in a row', '12.5万元、3%'.repeat(1200)],
    ['units in a row', '区卫健局、'.repeat(2500)],
  ])('%s: eight times the text takes about eight times the time', (_, text) => {
    const once = text.repeat(Math.ceil(20_000 / text.length))
    cpu(once)
    const ratio = cpu(once.repeat(8)) / Math.max(cpu(once), 2000)
    expect(ratio).toBeLessThan(24)
  })

  test('a plan takes far less than 50 ms once warm', () => {
    // A fixture has about a thousand characters, a real plan ten thousand: the bound leaves a slow machine its room.
    const text = fixtures[0]?.text ?? ''
    for (let i = 0; i < 20; i += 1) readPlan(text)
    expect(cpu(text)).toBeLessThan(50_000)
  })
})
