import { describe, expect, test } from 'vitest'
import { unitsOf } from './unit-brackets.ts'

/** L lead, S support, J joint, I implement. */
function rolesIn(text: string): string {
  const [units] = unitsOf(text)
  if (!units) return ''
  const roles = [
    ['L', units.lead],
    ['S', units.support],
    ['J', units.joint],
    ['I', units.implement],
  ] as const
  return roles
    .filter(([, names]) => names.length > 0)
    .map(([role, names]) => `${role}:${names.join()}`)
    .join(' ')
}

describe('a bracket of responsible units', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['（区卫健局牵头，区发改局、区财政局、区教育局、各镇街配合）', 'L:区卫健局 S:区发改局,区财政局,区教育局,各镇街'],
    [
      '（责任单位：市卫生健康委、市发展改革委、教育局、民政局等按职责分工负责）',
      'J:市卫生健康委,市发展改革委,市教育局,市民政局',
    ],
    [
      '（牵头单位：县卫健局；配合单位：县财政局、县医保局；实施单位：各乡镇人民政府）',
      'L:县卫健局 S:县财政局,县医保局 I:各乡镇人民政府',
    ],
    [
      '（市委组织部、宣传部、编办，市教育局、公安局、市场监管局，团市委，市妇联）',
      'J:市委组织部,市委宣传部,市委编办,市教育局,市公安局,市市场监管局,团市委,市妇联',
    ],
    [
      '（省卫生健康委、省人力资源和社会保障厅、省住房和城乡建设厅、省自然资源厅和各市人民政府按职责分工负责）',
      'J:省卫生健康委,省人力资源和社会保障厅,省住房和城乡建设厅,省自然资源厅,各市人民政府',
    ],
    ['（由区妇联牵头负责，区总工会、团区委协助）', 'L:区妇联 S:区总工会,团区委'],
    ['（市卫生健康委负责）', 'J:市卫生健康委'],
    ['（牵头部门：市医保局，责任部门：市财政局、市卫生健康委）', 'L:市医保局 S:市财政局,市卫生健康委'],
    ['（各县（市、区）人民政府、市直有关部门按职责分工负责）', 'J:各县（市、区）人民政府,市直有关部门'],
    [
      '（县卫健局、县教科局、县残联、县红十字会、县计生协会，各乡（镇）党委、政府）',
      'J:县卫健局,县教科局,县残联,县红十字会,县计生协会,各乡（镇）党委,各乡（镇）政府',
    ],
    ['（责任单位：区卫健局牵头，区财政局、区医保局配合）', 'L:区卫健局 S:区财政局,区医保局'],
    ['（天河区卫生健康局、教育局、天河区税务局按职责分工负责）', 'J:天河区卫生健康局,天河区教育局,天河区税务局'],
    [
      '（市卫生健康委、市公安局、国家税务总局清川市税务局、人民银行清川市中心支行、清川银保监分局）',
      'J:市卫生健康委,市公安局,国家税务总局清川市税务局,人民银行清川市中心支行,清川银保监分局',
    ],
    ['（市教育局会同市卫生健康委、市场监管局负责）', 'J:市教育局,市卫生健康委,市市场监管局'],
    ['（牵头单位：市民政局、市卫生健康委）', 'L:市民政局,市卫生健康委'],
    ['（县人社局、总工会、工商联和妇联按职责分工负责）', 'J:县人社局,县总工会,县工商联,县妇联'],
    ['（区发展和改革局、区工业和信息化局、区文化和旅游局负责）', 'J:区发展和改革局,区工业和信息化局,区文化和旅游局'],
    [
      '（自治区卫生健康委牵头，自治区发展改革委、财政厅，各盟行政公署、市人民政府配合）',
      'L:自治区卫生健康委 S:自治区发展改革委,自治区财政厅,各盟行政公署,各市人民政府',
    ],
    ['（各乡镇、街道落实）', 'I:各乡镇,各街道'],
    ['（以下简称三孩生育政策）', ''],
    ['（含村卫生室、社区服务站）', ''],
    ['（孕前、孕期、产后）', ''],
    [
      '（市卫生健康委、市人力资源社会保障局为牵头单位，市总工会为配合单位）',
      'L:市卫生健康委,市人力资源社会保障局 S:市总工会',
    ],
    ['【责任单位：县委宣传部、县融媒体中心】', 'J:县委宣传部,县融媒体中心'],
    ['（州卫生健康委、州发改委，各县市人民政府）', 'J:州卫生健康委,州发改委,各县市人民政府'],
    ['（区卫生健康委、区医保局、区妇儿工委办）', 'J:区卫生健康委,区医保局,区妇儿工委办'],
    ['（市总工会、市妇联等负责，各区政府、高新区管委会落实）', 'J:市总工会,市妇联 I:各区政府,高新区管委会'],
    ['（责任领导：张三；责任单位：县卫健局；责任人：李四）', 'J:县卫健局'],
  ]
  test.each(cases)('%s', (bracket, roles) => {
    expect(rolesIn(`做好有关工作。${bracket}`)).toBe(roles)
  })
})

test('the first of a list is never taken for the lead', () => {
  expect(unitsOf('（责任单位：区卫健局、区财政局）')[0]?.lead).toEqual([])
})

test('a statement may stand as the last words of a line, without brackets', () => {
  expect(rolesIn('发放补贴。责任单位：市卫生健康委、财政局')).toBe('J:市卫生健康委,市财政局')
})

test('units named for every measure are kept apart from the item’s own', () => {
  const [units] = unitsOf('（旗卫健委、发改委负责，以下措施均需各苏木镇人民政府落实，不再重复列出）')
  expect(units?.joint).toEqual(['旗卫健委', '旗发改委'])
  expect(units?.everywhere).toEqual(['各苏木镇人民政府'])
})

test('a lost separator before 各 is seen and said', () => {
  const [units] = unitsOf('（省卫生健康委牵头，省民政厅、省应急厅各市州政府按职责分工负责）')
  expect(units?.support).toEqual(['省民政厅', '省应急厅', '各市州政府'])
  expect(units?.missingSeparator).toBe(true)
})

test('a bracket that never closes still holds its units', () => {
  expect(rolesIn('发放补贴。（责任单位：区卫健局、区财政局')).toBe('J:区卫健局,区财政局')
})
