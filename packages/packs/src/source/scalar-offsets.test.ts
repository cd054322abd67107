import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scalarOffsets } from './scalar-offsets.ts'

describe('scalarOffsets', () => {
  it('is the identity for a plain scalar', () => {
    expect(scalarOffsets('a >= 2', 'a >= 2')).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('steps over quotes, doubled quotes and escapes', () => {
    const single = `'it''s x'`
    expect(single[scalarOffsets(single, "it's x")[5] ?? 0]).toBe('x')
    const double = `"a = \\"b\\" or c"`
    const value = 'a = "b" or c'
    expect(double[scalarOffsets(double, value)[value.indexOf('c')] ?? 0]).toBe('c')
  })

  it('steps over the header, the folds and the indentation of a block scalar', () => {
    const raw = '>-\n      one >= 2\n      and three\n'
    const value = 'one >= 2 and three'
    expect(raw.slice(scalarOffsets(raw, value)[value.indexOf('three')])).toBe('three\n')
  })

  it('never leaves the scalar and never goes back, whatever the texts', () => {
    assert(
      property(string(), string(), (raw, value) => {
        const offsets = scalarOffsets(raw, value)
        expect(offsets).toHaveLength(value.length + 1)
        expect(
          offsets.every((offset, index) => offset <= Math.max(raw.length, 1) && offset >= (offsets[index - 1] ?? 0)),
        ).toBe(true)
      }),
    )
  })
})
