import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'
import { comparePlans } from './compare-plans.ts'
import { measuresOf } from './measures.ts'

const a = measuresOf(
  readPlan(
    '甲县方案\n一、任务\n（一）发展普惠托育服务。到2025年，每千人口托位数达到4.5个。\n（二）落实生育休假制度。产假增加60天。\n（三）倡导婚育新风。移风易俗。',
  ),
)
const b = measuresOf(
  readPlan(
    '乙县方案\n一、任务\n1.完善生育假期制度。产假增加90天。\n2.大力发展托育服务体系。到2027年，每千人口托位数达到4.8个。\n3.保障女性就业权益。开展督查。',
  ),
)

describe('two plans measure by measure', () => {
  const pairs = comparePlans(a, b)

  test('are aligned by what they are about, not by order', () => {
    expect(pairs.map(({ a: left, b: right }) => [left?.path ?? null, right?.path ?? null])).toEqual([
      ['一/(一)', '一/2'],
      ['一/(二)', '一/1'],
      ['一/(三)', null],
      [null, '一/3'],
    ])
  })

  test('show where the numbers differ', () => {
    expect(pairs[0]?.figures).toEqual([
      { name: '每千人口托位数', a: '4.5 个/千人口（2025）', b: '4.8 个/千人口（2027）', same: false },
    ])
    expect(pairs[1]?.figures[0]).toMatchObject({ a: '60 天 每次生育', b: '90 天 每次生育' })
  })

  test('a plan and itself agree in everything', () => {
    const own = comparePlans(a, a)
    expect(
      own.every(({ a: left, b: right, figures }) => left?.path === right?.path && figures.every(({ same }) => same)),
    ).toBe(true)
  })
})
