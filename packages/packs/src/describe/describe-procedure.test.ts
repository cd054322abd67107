import { findVersion } from '@junheng/casework'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../load/load-packs.ts'
import { resolvePlace } from '../resolve/resolve-place.ts'
import { changed, smallPacks } from '../testing/small-packs.ts'
import { describeProcedure } from './describe-procedure.ts'

function described(files = smallPacks()) {
  const { place, procedures } = resolvePlace(loadPacks(files).packs, 'xianan')
  const version = findVersion(procedures, 'birth', '2023-01-01')
  if (place === null || version === undefined) throw new Error('no procedure')
  return describeProcedure(place, version)
}

describe('a procedure in words', () => {
  it('says what the family fills in, and for each item its unit, condition, order, term and clause', () => {
    expect(described().map(({ zh }) => zh)).toEqual([
      '出生登记',
      '出处：《某法》第一条',
      '牵头：公安',
      '从 2020-01-01 起',
      '要家庭填的：姓名、孩次',
      '· 出生证（医院）',
      '    出处：《某法》第二条',
      '· 上户口（公安）',
      '    出处：《某法》第三条',
      '    要等：出生证',
      '    办理期限：5 个工作日，从可以办起',
      '· 慰问（公安）',
      '    出处：《某法》第四条',
      '    什么情况要办：二孩及以上',
    ])
  })

  it('marks what is not confirmed', () => {
    const unsure = changed(
      '000000-cn/procedures/birth.yaml',
      '    unit: hospital\n',
      '    unit: hospital\n    confidence: unconfirmed\n',
    )
    expect(described(smallPacks(unsure)).map(({ en }) => en)).toContain('    source: 某法, 第二条 (not confirmed)')
  })
})
