import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'

const body = '\n\n为贯彻落实《某决定》（某发〔2021〕30号）精神，结合我区实际，制定如下实施方案。\n一、目标\n二、任务'

describe('the title', () => {
  test('over two lines goes together as the notice quotes it', () => {
    const { title } = readPlan(
      `各单位：\n《关于优化生育政策促进人口长期均衡发展的实施方案》现印发给你们。\n\n关于优化生育政策\n\n促进人口长期均衡发展的实施方案${body}`,
    )
    expect(title).toBe('关于优化生育政策促进人口长期均衡发展的实施方案')
  })

  test('of a draft is the plan’s, with the report’s apart', () => {
    const outline = readPlan(
      '《某区生育支持方案》（送审稿）起草情况的汇报\n一、起草背景\n二、内容\n为促进人口长期均衡发展，根据《某决定》，结合我区实际，制定本实施方案。\n一、目标\n二、任务',
    )
    expect([outline.title, outline.outerTitle, outline.status]).toEqual([
      '某区生育支持方案（送审稿）',
      '《某区生育支持方案》（送审稿）起草情况的汇报',
      '送审稿',
    ])
  })

  test('does not take the site’s menu along', () => {
    expect(readPlan(`行业动态\n咸宁市优化生育政策若干措施\n来源：某网 发布时间：2023-10-24${body}`).title).toBe(
      '咸宁市优化生育政策若干措施',
    )
  })
})

describe('issuer, date and number', () => {
  test.each([
    ['under a signature', '某区人民政府办公室\n2023 年7月20日', '某区人民政府办公室', '2023-07-20'],
    ['of several organs', '中共某市委\n某市人民政府\n2022年1月21日', '中共某市委 某市人民政府', '2022-01-21'],
    ['in Chinese numerals', '某县人民政府\n二〇二二年十二月三十一日', '某县人民政府', '2022-12-31'],
    [
      'in two columns read row by row',
      '湖北省 湖北省\n卫生健康委员会 财政厅\n2024年3月1日',
      '湖北省卫生健康委员会 湖北省财政厅',
      '2024-03-01',
    ],
  ])('%s', (_, signature, issuer, date) => {
    const outline = readPlan(`各单位：\n现印发给你们，请贯彻执行。\n${signature}\n某区生育支持实施方案${body}`)
    expect([outline.issuer, outline.date]).toEqual([issuer, date])
  })

  test('a day of posting is never the day of issue', () => {
    const outline = readPlan(`某区生育支持实施方案\n发布时间：2022-09-13 09:07${body}`)
    expect([outline.date, outline.datePublished]).toEqual([null, '2022-09-13'])
  })

  test.each([
    ['国卫人口发〔2022〕26号', '国卫人口发〔2022〕26号'],
    ['胶政办发【2021】10号', '胶政办发〔2021〕10号'],
    ['虞卫[2025]35号', '虞卫〔2025〕35号'],
    ['维发〔2023〕15 号', '维发〔2023〕15号'],
    ['某某省人民政府令第20号', '某某省人民政府令第20号'],
  ])('the number %s', (printed, number) => {
    expect(readPlan(`某区生育支持实施方案\n${printed}${body}`).docNumber).toBe(number)
  })

  test('the number of a parent is not the plan’s own', () => {
    const outline = readPlan(`某区生育支持实施方案${body}`)
    expect(outline.docNumber).toBeNull()
    expect(outline.parents).toMatchObject([{ title: '某决定', number: '某发〔2021〕30号' }])
  })
})

describe('the place', () => {
  test.each([
    ['咸宁市咸安区托育实施方案', ['湖北省', '咸宁市', '咸安区'], 'district', 421202],
    ['阿拉善盟优化生育政策若干措施', ['内蒙古自治区', '阿拉善盟'], 'prefecture', 152900],
    ['北京市生育支持实施方案', ['北京市'], 'province', 110000],
    ['深圳经济特区人口条例实施方案', ['广东省', '深圳市'], 'city', 440300],
    ['清河岭市生育支持实施方案', ['清河岭市'], 'city', null],
  ])('of %s', (title, region, level, code) => {
    const outline = readPlan(`${title}${body}`)
    expect([outline.region, outline.level, outline.regionCode]).toEqual([region, level, code])
  })

  test('that shares its name with others is told apart by what stands near', () => {
    expect(
      readPlan(
        `鼓楼区生育支持实施方案\n\n为落实《江苏省实施方案》《南京市实施方案》精神，结合我区实际，制定如下实施方案。\n一、目标\n二、任务`,
      ).region,
    ).toEqual(['江苏省', '南京市', '鼓楼区'])
    expect(readPlan(`鼓楼区生育支持实施方案${body}`).region).toEqual(['鼓楼区'])
  })
})

describe('documents named', () => {
  test('are amended, repealed or cited as the words before them say', () => {
    const { cites } = readPlan('一、任务\n（一）政策。修订《甲省条例》，废止《乙省办法》，落实《丙特别规定，定期检查。')
    expect(cites.map(({ title, relation, doubt }) => [title, relation, doubt !== undefined])).toEqual([
      ['甲省条例', 'amends', false],
      ['乙省办法', 'repeals', false],
      ['丙特别规定', 'cites', true],
    ])
  })
})
