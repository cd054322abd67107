import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'

/** T target (value unit comparator year), B benefit (amount unit comparator), D deadline, R recurrent duty. */
function figuresIn(sentence: string): readonly string[] {
  const outline = readPlan(`云岭县生育支持方案\n一、重点任务\n（一）完善措施。${sentence}\n（二）其他工作。做好工作。`)
  return [
    ...outline.targets
      .filter(({ value }) => value !== null)
      .map(
        ({ value, unit, comparator, byYear }) =>
          `T ${String(value)} ${unit ?? ''} ${comparator}${byYear === null ? '' : ` ${byYear}`}`,
      ),
    ...outline.benefits
      .filter(({ amount }) => amount !== null)
      .map(
        ({ amount, unit, comparator }) =>
          `B ${String(amount)} ${unit ?? ''}${comparator === undefined || comparator === 'range' ? '' : ` ${comparator}`}`,
      ),
    ...outline.deadlines.map(({ date }) => `D ${date}`),
    ...outline.recurrent.map(({ period }) => `R ${period}`),
  ].toSorted()
}

describe('what the numbers of a sentence are', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '到2025年，全市婴幼儿托位总量达到1.2万个，千人口托位数达4.6个以上。',
      'T 12000 个 = 2025;T 4.6 个/千人口 >= 2025;D 2025',
    ],
    ['力争2026年底前实现县级妇幼保健机构标准化建设全覆盖。', 'T 100 % = 2026;D 2026-12-31'],
    ['对符合条件的普惠托育机构按照每托位每年不超过2400元的标准给予运营补助。', 'B 2400 元 <='],
    ['生育二孩的家庭租赁住房提取公积金额度提高20%，三孩家庭提高50%。', 'B 20 %;B 50 %'],
    ['多子女家庭购买首套自住住房的，公积金贷款最高额度提高至80万元。', 'B 800000 元 <='],
    ['给予新婚夫妇价值1000元的婚育健康包，发放99元文旅消费券5张。', 'B 1000 元;B 99 元'],
    ['产妇产假延长至188天，其中三孩产假延长至一年。', 'B 188 天'],
    ['每年开展不少于4次科学育儿公益讲座。', 'R 每年'],
    ['孕产妇死亡率、5岁以下儿童死亡率分别控制在12/10万和6‰以内。', 'T 12 /10万 <=;T 6 ‰ <='],
    ['建设公办托育机构3家、社区托育点20个，新增学前教育学位3000个。', 'T 3 家 =;T 20 个 =;T 3000 个 ='],
    ['至2030年，人均预期寿命达到80.5岁，出生人口性别比降至108以下。', 'T 80.5 岁 = 2030;T 108  <= 2030;D 2030'],
    ['对独生子女父母每人每月发放奖励金10元，年满60周岁后每人每月发放100元。', 'B 10 元;B 100 元'],
    ['对0—3岁婴幼儿家庭开展每年不少于6次的入户指导。', 'R 每年'],
    ['县财政每年安排托育服务发展专项资金不低于200万元。', ''],
    ['对获评省级示范托育机构的，给予一次性奖励20万元。', 'B 200000 元'],
    ['用人单位建设托育点并面向职工提供服务的，最高可获得30万元建设补贴。', 'B 300000 元 <='],
    [
      '实施住院分娩“零自付”，三级、二级、一级医疗机构限额分别为5000元、4000元、3000元。',
      'B 5000 元;B 4000 元;B 3000 元',
    ],
    ['辅助生殖技术按70%比例纳入医保报销，每人累计报销不超过3次。', 'B 70 %'],
    ['普惠性民办园按照每生每年600元标准给予补助。', 'B 600 元'],
    ['2025年3月底前出台实施细则，6月底前完成系统对接。', 'D 2025-03-31;D 2025-06-30'],
    ['自2025年起，将孕前优生健康检查目标人群覆盖率提高到90%。', 'T 90 % =;D 2025'],
    ['公共场所母婴设施配置率在2025年底前达到80%以上。', 'T 80 % >= 2025;D 2025-12-31'],
    ['每个乡镇（街道）至少建成1个普惠托育点，每个社区建有一处儿童活动场所。', 'T 1 个 >=;T 1 处 ='],
    ['对生育三孩并在本地参保的女职工，一次性给予营养补助3000元。', 'B 3000 元'],
    ['对招用生育后再就业女性的企业，按每人1000元给予一次性吸纳就业补贴。', 'B 1000 元'],
    ['个人所得税3岁以下婴幼儿照护专项附加扣除标准为每孩每月2000元。', 'B 2000 元'],
    ['推行“小时托”“周末托”，托育机构平均入托率达到60%。', 'T 60 % ='],
    ['各成员单位每年1月底前报送上年度工作总结。', 'R 每年'],
    ['对市级、省级、国家级示范机构，分别奖励10万、20万、30万元。', 'B 100000 元;B 200000 元;B 300000 元'],
    ['保育人员与婴幼儿比例不低于1：5，乳儿班为1∶3。', ''],
    ['县财政每年列支不低于2000万元，并按每年10%递增。', ''],
    ['托位覆盖率分别于2025年、2026年达到60%、80%。', 'T 60 % = 2025;T 80 % = 2026;D 2025;D 2026'],
    ['小学班额控制在45人以内，初中50人以内。', 'T 45 人 <=;T 50 人 <='],
    ['产假188天（含国家规定98天）。', 'B 188 天'],
    ['夫妻双方每年各享受10个工作日育儿假。', 'B 10 个工作日'],
    ['补贴先行发放50%，余下部分满1周岁时发放。', ''],
    ['租金按市场价的7折收取。', 'B 7 折'],
    ['县妇幼保健院2026年底前设置生育服务窗口。', 'D 2026-12-31'],
    ['2026年1月1日前生育二孩的家庭，每月补助100元。', 'B 100 元'],
    ['建立每月调度、每季通报、半年评估、年度考核工作机制。', 'R 每月;R 每季度;R 每半年;R 每年'],
    ['对农村孕产妇住院分娩每例补助500元，对贫困孕产妇再补助300元。', 'B 500 元;B 300 元'],
    ['适龄妇女宫颈癌人群筛查率达到70%以上，乳腺癌人群筛查率逐年提高。', 'T 70 % >='],
    ['到2025年，全省3岁以下婴幼儿入托率超过10%。', 'T 10 % >= 2025;D 2025'],
    ['学前教育毛入园率稳定在95%以上，公办园在园幼儿占比51%以上。', 'T 95 % >=;T 51 % >='],
    ['夫妻双方可享受每年累计10天的育儿假。', 'B 10 天'],
    ['婚假15天，女方产假158天，男方护理假30天。', 'B 15 天;B 158 天;B 30 天'],
    ['哺乳期内每天享受2小时哺乳时间。', 'B 2 小时'],
    ['对困难职工生育三孩的家庭，工会给予2000元慰问金。', 'B 2000 元'],
    ['对新生儿参加城乡居民医保的，个人缴费部分由财政全额补助380元。', 'B 380 元'],
    ['完成新建住宅小区配建托育设施3万平方米。', 'T 30000 平方米 ='],
    ['打造20个以上生育友好示范单位。', 'T 20 个 >='],
    ['托育机构从业人员培训每年不少于40学时。', 'T 40 学时 >=;R 每年'],
    ['实现3岁以下儿童系统管理率、7岁以下儿童健康管理率均达93%以上。', 'T 93 % >=;T 93 % >='],
    ['每千名儿童拥有执业（助理）医师达到1.12名，每千名儿童床位增至2.5张。', 'T 1.12 名/千名儿童 =;T 2.5 张/千名儿童 ='],
    ['二孩家庭给予购房契税50%补贴，三孩家庭给予100%补贴。', 'B 50 %;B 100 %'],
    ['购买商品住房按建筑面积给予300元/平方米补贴，总额不超过5万元。', 'B 300 元;B 50000 元 <='],
    ['对三孩家庭学前一年保教费全免，二孩减半收取。', 'B 50 %'],
    ['新生儿疾病筛查病种扩大到50种以上。', 'T 50 种 >='],
    ['在全区建成15分钟托育服务圈。', 'T 15 分钟 <='],
    ['对年满49周岁的独生子女死亡家庭，特别扶助金标准每人每月590元。', 'B 590 元'],
    ['2025—2027年，每年新增普惠托位不少于500个。', 'T 500 个 >=;D 2027-12-31'],
    ['县级财政对公立托育机构按每生每年1000元拨付公用经费。', 'B 1000 元'],
    ['全面落实生育三孩女职工产假期间社保缴费补贴，按企业实际缴费的50%给予补助。', 'B 50 %'],
    ['提高生育津贴，缩短办理时限至10个工作日内。', ''],
    ['组织开展托育机构负责人和从业人员培训200人次以上。', 'T 200 人次 >='],
    ['对生育二孩及以上的产妇赠送一年期价值300元的母婴保险。', 'B 300 元'],
    ['依托社区服务中心，每个街道配备2名专职儿童主任。', 'T 2 名 ='],
    ['将独生子女伤残家庭特别扶助金由每人每月460元提高至520元。', 'B 520 元'],
    ['2024年全县出生人口4321人，比上年减少6.2%。', ''],
    ['市级每年组织1次评估，县级每季度自查1次。', 'R 每年;R 每季度'],
    ['新增托位700个，其中2025年400个、2026年300个。', 'T 700 个 =;T 400 个 = 2025;T 300 个 = 2026;D 2025;D 2026'],
    ['将取卵术等12项服务纳入医保支付范围。', ''],
    ['一次性奖励3000元，分两年兑现：出生当年发放50%，满一周岁后发放50%。', 'B 3000 元'],
    ['孕产妇死亡率、婴儿死亡率控制在8/10万、3‰以下。', 'T 8 /10万 <=;T 3 ‰ <='],
    ['建筑面积超过1万平方米的公共场所母婴设施配置率达到100%。', 'T 100 % ='],
    ['每个常住人口超过3万人的乡镇至少有1所托育机构。', 'T 1 所 >='],
    ['每个县至少建设1个救治中心和1个急救中心。', 'T 1 个 >=;T 1 个 >='],
    ['救治中心、急救中心各不少于1个。', 'T 1 个 >=;T 1 个 >='],
    ['将出生人口性别比控制在107±3以内。', 'T 104,110  range'],
    ['筛查病种由4种增加至29种。', 'T 29 种 ='],
    ['对辖区托育机构每季度开展一次全覆盖检查。', 'R 每季度'],
    ['到2026年建成1所中心；力争三年内覆盖率达到80%。', 'T 1 所 = 2026;T 80 % =;D 2026'],
    ['生育津贴按98天计发，剖宫产增加15天。', 'B 98 天;B 15 天'],
    ['公办机构保育费上限为每月1380元，民办机构不超过1980元。', 'B 1380 元 <=;B 1980 元 <='],
    ['双胞胎家庭托育费打八折。', 'B 8 折'],
    ['生育三孩的医疗费用报销比例提高10个百分点。', 'B 10 个百分点'],
    ['男方享受15天护理假，三孩增至30天。', 'B 15 天;B 30 天'],
    ['给予500元/例的补助，其中中央财政300元、省级财政200元。', 'B 500 元'],
    ['二孩每年2000元育儿津贴，连续发放3年，累计6000元。', 'B 2000 元'],
    ['每个村配1名人口专干，报酬每人每月不低于600元。', 'T 1 名 =;B 600 元 >='],
    ['实行“月调度、季通报、半年小结、年终考评”。', 'R 每月;R 每季度;R 每半年;R 每年'],
    ['实行季度例会、半年通报和年终考核制度。', 'R 每季度;R 每半年;R 每年'],
    ['领导干部每季度、村干部每月走访1次。', 'R 每季度;R 每月'],
    ['卫生健康委每年按一定比例，对补贴对象信息进行抽查。', 'R 每年'],
    ['育儿补贴每季度集中发放一批。', 'R 每季度'],
    ['12月5日前报送全年总结。', 'R 每年'],
    ['审计局对补贴资金每两年审计一次。', 'R 每两年'],
    ['助产士与床位比不低于1:1.5。', ''],
    [
      '2023—2025年每年分别新增托位300个、400个、500个。',
      'T 300 个 = 2023;T 400 个 = 2024;T 500 个 = 2025;D 2025-12-31',
    ],
    ['一孩、二孩、三孩家庭分别享受1、2、3万元购车补贴。', 'B 10000 元;B 20000 元;B 30000 元'],
    ['每年12月20日前，各成员单位向领导小组报告年度工作情况。', 'R 每年'],
  ]
  test.each(cases)('%s', (sentence, expected) => {
    expect(figuresIn(sentence)).toEqual(
      expected
        .split(';')
        .filter((item) => item !== '')
        .toSorted(),
    )
  })
})

describe('a benefit', () => {
  const benefits = (sentence: string) => readPlan(`一、任务\n（一）措施。${sentence}`).benefits

  test('of a rate and its cap are two, and the cap names what it limits', () => {
    const [rate, cap] = benefits('对新建机构给予不超过总投资30%的补助，最高不超过50万元。')
    expect(rate).toMatchObject({ amount: 30, unit: '%', comparator: '<=' })
    expect(cap).toMatchObject({ amount: 500_000, unit: '元', type: 'cash-cap', capOf: rate?.name })
  })

  test('names all the children it is for', () => {
    expect(benefits('标准为一孩每年3600元，二孩、三孩每年7200元的补贴。')[1]).toMatchObject({
      conditions: '二孩、三孩',
    })
  })

  test('takes an age from what says so, not from when it ends', () => {
    expect(benefits('对不超过35周岁的产妇一次性补贴1500元。')[0]?.threshold).toEqual({ age_le: 35 })
    expect(benefits('对三孩每月补贴500元，至其年满3周岁。')[0]?.threshold).toBeUndefined()
  })

  test('that grows by steps says from which age and by how much', () => {
    const [base, step] = benefits('对特殊家庭年满60周岁人员发放300元/月护理补贴，年龄每增加10岁，每月增加100元。')
    expect(base).toMatchObject({ amount: 300, period: '每月', threshold: { age_ge: 60 } })
    expect(step).toMatchObject({ amount: 100, type: 'cash-step', step: { years: 10, add: 100 }, stepOf: base?.name })
  })

  test('put as a total says so, and one built on another amount keeps that amount', () => {
    expect(benefits('产假延长至158天。')[0]).toMatchObject({ amount: 158, unit: '天', mode: '延长至(total)' })
    expect(benefits('在国家规定产假98天的基础上，增加产假60天。')).toMatchObject([{ amount: 60, baseline: 98 }])
  })

  test('given in order goes to each subject in order', () => {
    const [second, third] = benefits('对生育二孩、三孩的家庭分别给予5000元、10000元补贴。')
    expect([second?.conditions, third?.conditions]).toEqual([
      expect.stringContaining('二孩'),
      expect.stringContaining('三孩'),
    ])
    expect([second?.amount, third?.amount]).toEqual([5000, 10_000])
  })

  test('that goes on to one order of birth is for that order', () => {
    const [, , third] = benefits('生育二孩、三孩的，分别给予补贴2000元、5000元；三孩另按每月500元发放育儿补贴。')
    expect(third).toMatchObject({ amount: 500, conditions: expect.stringContaining('三孩') })
  })

  test('that is only encouraged says so', () => {
    expect(benefits('鼓励用人单位给予每年10天育儿假。')[0]).toMatchObject({ amount: 10, force: '鼓励' })
    expect(benefits('探索对家政企业给予每家5000元补助。')[0]).toMatchObject({ force: '探索' })
  })

  test('whose period is not written is marked, not filled in', () => {
    const [benefit] = benefits('对困难家庭给予500元补助。')
    expect(benefit?.period).toBeNull()
    expect(benefit?.doubt).toBeDefined()
  })
})

test('what a draft leaves blank is asked for', () => {
  const { doubts } = readPlan('一、任务\n（一）措施。××年××月底前建成阵地，投入XX万元。')
  expect(doubts.filter(({ code }) => code === 'left-blank').map(({ at }) => at.quote)).toEqual(['××年××', 'XX'])
})

describe('a year', () => {
  const targets = (text: string) => readPlan(`一、任务\n（一）措施。${text}`).targets

  test('goes over a semicolon, marked and doubted', () => {
    const [, second] = targets('到2025年，产前筛查率达到75%；扩大筛查病种范围到26个。')
    expect(second).toMatchObject({ byYear: 2025, yearInherited: true, doubt: expect.any(String) })
  })

  test('does not govern a standing rule with a subject of its own behind a semicolon', () => {
    const [first, second] = targets(
      '2025年底，老旧城区按照每千人口不少于8个托位标准补齐设施；新建小区，按照每千人口不少于10个托位标准规划、建设设施。',
    )
    expect([first?.byYear, second?.byYear]).toEqual([2025, null])
  })

  test('from which something holds is no year to reach it', () => {
    expect(targets('2022年起，全区义务教育学校100%提供课后服务。')[0]).toMatchObject({ byYear: null, fromYear: 2022 })
  })

  test('of a goal’s paragraph holds for its sentences until the next one', () => {
    const { targets: goals } = readPlan(
      '一、发展目标\n到2025年，体系基本建立。托位数达到500个。到2035年，体系更加完善。托位数达到900个。',
    )
    expect(goals.map(({ value, byYear }) => [value, byYear])).toEqual([
      [500, 2025],
      [900, 2035],
    ])
  })
})

describe('a table', () => {
  const plan = (rows: readonly string[]) =>
    readPlan(`云岭县行动方案（2024—2027年）\n一、行动目标\n${rows.join('\n')}\n二、保障措施\n做好工作。`)
  const head = '| 指标 | 单位 | 2023年 | 2027年 |'

  test('of indicators gives a target a row and year; what came before the plan is where things stand', () => {
    const { targets, other } = plan([
      head,
      '|---|---|---|---|',
      '| 每千人口托位数 | 个 | 2.7 | ≥4.6 |',
      '| 婴儿死亡率 | ‰ | 3.1 | ≤4 |',
    ])
    expect(
      targets.map(({ indicator, value, unit, comparator, byYear }) => [indicator, value, unit, comparator, byYear]),
    ).toEqual([
      ['每千人口托位数', 4.6, '个/千人口', '>=', 2027],
      ['婴儿死亡率', 4, '‰', '<=', 2027],
    ])
    expect(other.some(({ doubt }) => doubt !== undefined)).toBe(false)
  })

  test('whose first column reaches down over rows is read from the right', () => {
    const { targets } = plan([
      `| 类别 ${head}`,
      '| 托育 | 托位数 | 个 | 300 | 900 |',
      '| 普惠托位占比（%） | | 40 | 70 |',
    ])
    expect(targets.map(({ value, unit }) => [value, unit])).toEqual([
      [900, '个'],
      [70, '%'],
    ])
  })

  test('that may show where things stand is doubted when no year tells', () => {
    const text = '一、目标\n| 指标 | 2025年 | 2030年 |\n| 托位数 | 300 | 900 |\n二、措施\n做好。'
    expect(readPlan(text).targets.map(({ doubt }) => doubt !== undefined)).toEqual([true, true])
  })

  test('of tasks gives each its day, and its targets their year', () => {
    const { deadlines, recurrent, targets } = plan([
      '| 序号 | 任务 | 完成时限 |',
      '| 1 | 新增托位600个 | 2025年6月 |',
      '| 2 | 培训保育员500人次 | 每年 |',
    ])
    expect(deadlines.map(({ what, date }) => [what, date])).toEqual([['新增托位600个', '2025-06-30']])
    expect(recurrent.map(({ what, period }) => [what, period])).toEqual([['培训保育员500人次', '每年']])
    expect(targets.map(({ value, byYear }) => [value, byYear])).toContainEqual([600, 2025])
  })
})
