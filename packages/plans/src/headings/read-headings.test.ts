import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'

const paths = (text: string): readonly string[] =>
  readPlan(text).sections.map(({ path, heading }) => `${path} ${heading}`)
const codes = (text: string): readonly string[] => readPlan(text).doubts.map(({ code }) => code)

describe('numbering', () => {
  test('a lost numeral is restored from the next printed one', () => {
    const text = '一、任务\n()落实政策\n(二)提升服务\n()加强监管\n()营造环境\n(五)关怀家庭\n二、保障\n()领导'
    expect(paths(text)).toEqual([
      '一 任务',
      '一/(一) 落实政策',
      '一/(二) 提升服务',
      '一/(三) 加强监管',
      '一/(四) 营造环境',
      '一/(五) 关怀家庭',
      '二 保障',
      '二/(一) 领导',
    ])
    expect(codes(text).filter((code) => code === 'lost-numeral')).toHaveLength(4)
  })

  test('a lost numeral of a series that runs on through the chapters', () => {
    expect(paths('一、甲\n（一）子\n（二）丑\n二、乙\n()寅\n（四）卯')).toContain('二/(三) 寅')
  })

  test('numbers that run on keep their printed number', () => {
    expect(paths('一、甲\n1.子\n2.丑\n二、乙\n3.寅\n4、卯')).toEqual([
      '一 甲',
      '一/1 子',
      '一/2 丑',
      '二 乙',
      '二/3 寅',
      '二/4 卯',
    ])
  })

  test('mixed forms at one level become one regular form', () => {
    const { sections } = readPlan('一、要求\n(1)思想。甲。\n(2)目标。乙。\n二。任务\n(3)政策。丙。\n(四)监测。丁。')
    expect(sections.map(({ path, printed }) => [path, printed])).toEqual([
      ['一', '一、'],
      ['一/(一)', '（1）'],
      ['一/(二)', '（2）'],
      ['二', '二。'],
      ['二/(三)', '（3）'],
      ['二/(四)', '（四）'],
    ])
  })

  test('(1) within an item lies below it', () => {
    expect(paths('一、甲\n（一）乙\n1.丙\n（1）丁。\n（2）戊。\n2.己')).toEqual([
      '一 甲',
      '一/(一) 乙',
      '一/(一)/1 丙',
      '一/(一)/1/(1) 丁',
      '一/(一)/1/(2) 戊',
      '一/(一)/2 己',
    ])
  })

  test('articles, with and without a space behind the number', () => {
    expect(
      paths(
        '第一章 总则\n第一条 为规范管理，制定本办法。\n第二条本办法适用于本市。\n（一）甲；\n（二）乙。\n第二章附则\n第三条 自印发之日起施行。',
      ),
    ).toEqual([
      '第一章 总则',
      '第一章/第一条 ',
      '第一章/第二条 ',
      '第一章/第二条/(一) 甲',
      '第一章/第二条/(二) 乙',
      '第二章 附则',
      '第二章/第三条 ',
    ])
  })

  test('a number printed twice is set right where the next shows it, and doubted', () => {
    expect(paths('一、甲\n（一）子\n（二）丑\n（二）寅\n（四）卯')).toContain('一/(三) 寅')
    expect(codes('一、甲\n（一）子\n（二）丑\n（二）寅\n（四）卯')).toContain('number-twice')
  })

  test('a date or a sum at the head of a line is no heading', () => {
    expect(paths('一、甲\n1.5万元补助已到位。\n2025.3.1前完成。')).toEqual(['一 甲'])
  })
})

describe('headings and text', () => {
  test('a heading ends at its stop, its bracket, or its gap', () => {
    expect(paths('一、甲\n（一）加强领导，压实责任。各单位要重视。')).toContain('一/(一) 加强领导，压实责任')
    expect(paths('一、甲\n（一）加强妇幼健康服务（县卫健局牵头）')).toContain('一/(一) 加强妇幼健康服务')
    expect(paths('一、制定背景 为认真贯彻落实上级有关决策部署，制定此方案。')).toEqual(['一 制定背景'])
  })

  test('a heading that runs into its text is cut where its fellows end, and doubted', () => {
    const text =
      '一、任务\n1.提高母婴安全水平。甲。\n2.提升妇幼服务能力。乙。\n3.促进儿童健康发展加强儿童保健门诊标准化、规范化建设。丙。\n4.防治出生缺陷。丁。'
    expect(paths(text)).toContain('一/3 促进儿童健康发展')
    expect(codes(text)).toContain('run-in')
  })

  test('text flattened into one line is cut at its headings', () => {
    expect(
      paths(
        '某县方案。一、目标。到2025年完成。二、任务。（一）发放补贴。按规定发放。（二）加强监管。定期检查。三、保障。加强领导。',
      ),
    ).toEqual(['一 目标', '二 任务', '二/(一) 发放补贴', '二/(二) 加强监管', '三 保障'])
  })

  test('paragraphs without a number belong to the item above, with their own brackets', () => {
    const { sections } = readPlan(
      '一、任务\n1.降低成本。甲。（责任单位：区住建局）\n推进配套幼儿园治理。（责任单位：区教育局）',
    )
    expect(sections[1]?.units.joint).toEqual(['区住建局', '区教育局'])
    expect(sections[1]?.unitGroups).toHaveLength(2)
  })
})

describe('several texts in one file', () => {
  const plan = '为落实部署，结合我区实际，制定如下实施方案，请各单位认真抓好落实工作。\n一、目标\n二、任务\n（一）托育'

  test('a report and the plan behind it are two trees', () => {
    const { parts, sections } = readPlan(`《某区方案》（送审稿）起草情况的汇报\n一、起草背景\n二、主要内容\n${plan}`)
    expect(parts.map(({ id, kind }) => [id, kind])).toEqual([
      ['A', 'report'],
      ['B', 'plan'],
    ])
    expect(sections.map(({ path }) => path)).toEqual(['A/一', 'A/二', 'B/一', 'B/二', 'B/二/(一)'])
  })

  test('an annex has paths of its own', () => {
    expect(paths(`某区方案\n${plan}\n附件\n联席会议制度\n一、组织机构\n二、工作规则`)).toContain('附件/一 组织机构')
  })

  test('a list of annexes is no heading', () => {
    expect(paths(`某区方案\n${plan}\n附件：1.申请表\n2.流程图\n3.对照表`)).not.toContain('二/2 流程图')
  })
})
