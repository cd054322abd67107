import { describe, expect, it } from 'vitest'
import { problemsOf } from '../testing/report-lines.ts'
import { changed, smallPacks } from '../testing/small-packs.ts'

const path = '421202-xianan/examples.yaml'

/** What the check says of the examples after one change to them. */
function after(from: string, to: string): readonly string[] {
  return problemsOf(smallPacks(changed(path, from, to))).map(
    ({ line, code, message }) => `${line} ${code} ${message.en}`,
  )
}

describe('worked examples', () => {
  it('name the field, what was expected and what came out, at its line', () => {
    expect(after('amount: 500, unit', 'amount: 501, unit')).toEqual([
      '7 example-differs example "a second child in a nursery here": amount should be 501 but is 500',
    ])
    expect(after('per: semester', 'per: month')).toEqual([
      '7 example-differs example "a second child in a nursery here": per should be month but is semester',
    ])
  })

  it('give the reason where the status differs', () => {
    const [line] = after('status: ineligible', 'status: eligible')
    expect(line).toContain('status should be eligible but is ineligible (')
  })

  it('compare missing facts as a set', () => {
    const wrong = after(
      'nursery-aid: {status: ineligible}',
      'nursery-aid: {status: ineligible, missing: [child.nursery.region]}',
    )
    expect(wrong).toEqual([
      '15 example-differs example "a first child": missing should be child.nursery.region but is []',
    ])
  })

  it('may expect one answer for each row', () => {
    const two =
      '      - {birthDate: 2022-05-01, birthOrder: 1}\n      - {birthDate: 2023-05-01, birthOrder: 2, nursery: {region: 421202}}'
    const files = smallPacks({
      [path]: (smallPacks().get(path) ?? '')
        .replace('      - {birthDate: 2022-05-01, birthOrder: 1}', two)
        .replace(
          'nursery-aid: {status: ineligible}',
          'nursery-aid: [{child: 0, status: ineligible}, {child: 1, amount: 500}, {child: 2}]',
        ),
    })
    expect(problemsOf(files).map(({ message }) => message.en)).toEqual([
      'example "a first child": there is no answer for this benefit in row 2',
    ])
  })

  it('refuse facts nobody knows, benefits that do not exist and days that are none', () => {
    expect(after('birthOrder: 1', 'birthOdrer: 1')).toEqual([
      expect.stringMatching(/^13 example-situation .*birthOrder/) as unknown as string,
    ])
    expect(after('maternity-leave:', 'maternity-leve:')).toEqual([
      '8 unknown-benefit there is no benefit "maternity-leve"; did you mean "maternity-leave"?',
    ])
    expect(after('on: 2024-03-01', 'on: 2024-02-30')[0]).toContain('not-a-day')
  })
})
