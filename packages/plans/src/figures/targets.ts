import { placeOf } from '../text/line.ts'
import type { Target } from '../outline.ts'
import { before, beforeInPart, type Clause } from './clause.ts'
import { comparatorOf } from './comparator.ts'
import { goalHeading } from './duties.ts'
import { indicatorList, indicatorOf, scopeOf } from './indicator.ts'
import type { Quantity } from './quantity.ts'
import {
  ageUnits,
  countUnits,
  fullCoverage,
  funding,
  giving,
  indicatorNoun,
  leaveWord,
  notGiven,
  reaching,
  statistics,
  unitless,
} from './words.ts'
import { governingYear, isBareDate, type Horizon } from './year.ts'

/** The times open where a clause stands: a paragraph's horizon, and dates an earlier target has already used. */
export interface Times {
  readonly horizon: Horizon | null
  /** By their place in the line. */
  readonly taken: Set<number>
}

const isGoal = (clause: Clause): boolean => goalHeading.test(clause.sectionHeading)

/** What a number says when it is a target; null when it is something else. */
interface Reading {
  readonly quantity: Quantity
  readonly value: number | string | readonly [number, number]
  readonly unit: string | null
  readonly extra?: Partial<Target>
}

/** Units that stand behind a number per thousand people, births or children. */
const perThousand = /(?:每)?(?:(百|千|万)(?:名)?(常住)?(人口|儿童|人|户|老年人|\d+[-—～]\d+岁儿童)|千人口)/

function readQuantity(clause: Clause, quantity: Quantity): Reading | null {
  const { text } = clause
  const ahead = text.slice(0, quantity.start)
  const behind = text.slice(quantity.end)
  if (
    ahead.endsWith('第') ||
    tellsWhich(clause, quantity) ||
    (!reaching.test(text) && !indicatorNoun.test(ahead) && !clause.continues && !ofYear.test(ahead)) ||
    notGiven.test(text) ||
    /绩效|权重|分值/.test(ahead.slice(-8)) ||
    funding.test(text) ||
    /抽查|抽检|罚款|违法所得/.test(clause.sentence) ||
    statistics.test(clause.sentence)
  )
    return null
  const plain = (unit: string | null, extra?: Partial<Target>): Reading => ({
    quantity,
    value: quantity.value,
    unit,
    ...(extra ? { extra } : {}),
  })
  switch (quantity.unit) {
    case '%':
    case '‰':
    case '/10万':
      return isShareGiven(clause, quantity) ? null : plain(quantity.unit)
    case '个百分点':
      return /提高|提升|增长|下降|降低/.test(ahead) ? plain('个百分点') : null
    case '倍':
      return giving.test(text) ? null : /达到?|增长|提高/.test(ahead) ? plain('倍') : null
    case '分钟':
    case '公里':
      // `20个“15分钟托育圈”社区`: a name.
      if (clause.quantities.some(({ unit, end }) => countUnits.has(unit) && end <= quantity.start)) return null
      if (/圈|半径|范围/.test(behind.slice(0, 14))) return plain(quantity.unit, { soft: true })
      return quantity.unit === '分钟' && /每天|每日|不少于|不低于/.test(ahead) && /活动|运动|体育/.test(text)
        ? plain('分钟')
        : null
    case '学时':
    case '课时':
      return plain(quantity.unit)
    case '小时':
      return /课后|托管|运动|活动|锻炼|培训/.test(text + (clause.previous?.text ?? '')) &&
        /每[天日周年]|不少于|不低于|至少/.test(ahead)
        ? plain('小时')
        : null
    case '天':
      return /课后|托管/.test(text + (clause.previous?.text ?? '')) && /每周/.test(ahead) ? plain('天') : null
    case 'clock':
      return /不早于|不晚于|延长至|结束/.test(ahead) ? { quantity, value: quantity.text, unit: null } : null
    case '岁':
      return /预期寿命|健康寿命/.test(ahead) ? plain('岁') : null
    case '年':
      return /受教育年限/.test(ahead) ? plain('年') : null
    case '元':
      return null
    case '':
      return unitless.test(ahead.slice(-20)) && !quantity.chinese ? plain(null) : null
    default:
      return countUnits.has(quantity.unit) ? readCount(clause, quantity) : null
  }
}

/** `其中2025年400个、2026年400个`: a whole named before, year by year. */
const ofYear = /^(?:其中)?20\d\d年(?:度|底)?(?:新增|完成|建成|达到?)?$/

/** `面积超过1万平方米的公共场所母婴设施配置率达到100%`: a number in a phrase that ends in 的 tells which things are meant. */
function tellsWhich({ text, quantities }: Clause, quantity: Quantity): boolean {
  if (!quantities.some(({ start, unit }) => start > quantity.end && /%|‰/.test(unit))) return false
  if (/%|‰|万$/.test(quantity.unit)) return false
  const ahead = text.slice(Math.max(0, quantity.start - 6), quantity.start)
  const behind = text.slice(quantity.end)
  return (
    /(?:超过|达到|大于|不少于|满|以上)$/.test(ahead) &&
    /^(?:(?:以上|及以上|或[^，、]{2,20}\d[^，、的]{0,8}))?(?:以上)?的[\p{Script=Han}]{2,}/u.test(behind)
  )
}

/** A percentage that somebody gets, rather than one to be reached. */
function isShareGiven(clause: Clause, quantity: Quantity): boolean {
  const { text } = clause
  const near = text.slice(Math.max(0, quantity.start - 16), quantity.end + 8)
  if (
    /(?:率|占比|比例|比重|覆盖面?)[\p{Script=Han}（）]{0,8}$/u.test(text.slice(0, quantity.start)) &&
    !/报销|补助比例|补贴比例|支付比例|给予|贷款|缴费|缴存|利率|扣除|首付/.test(near)
  )
    return false
  return giving.test(text) || /总价|房价|投资|工资|收入|费用|保费|标准的$/.test(near)
}

const builds =
  /(?:建成|建有|建好|新建|改扩建|扩建|改建|建立|建设|设立|设置|设有|成立|组建|配备|配置|配齐|配套|创建|创成|打造|培育|开设|开办|改造|完成|拥有|申报|申创|扩大|新增|增加|增设|增至|达到?|招收|招聘|引进|选派|培训|培养|实现|确保|确定|要有|均有|都有|有|评选|遴选|命名|认定|推广|投放|提供|配|发展|举办|开展|至少|不少于|不低于|超过|突破|稳定在|保持在|提高到|控制在|安排|落实|选树|筛查|建)[^，；]{0,24}$/
const programme =
  /^(?:大|项)?(?:个)?(?:方面|体系|机制|统一|环节|阶段|工程|行动|计划|制度|措施|举措|原则|关系|同步|进一步|优先|重点|层次|渠道|维度|政策|意见|条款|问题|转变|清单|方案|步骤|条件|情形|材料|事项)/
const conditionAhead = /(?:对|凡|符合|生育|拥有|养育|生有|抚养|已有)[^，；]{0,16}$/

/** A number of things to be built, kept or done. */
function readCount(clause: Clause, quantity: Quantity): Reading | null {
  const { text } = clause
  const ahead = text.slice(0, quantity.start)
  const behind = text.slice(quantity.end)
  if (programme.test(behind) && !quantity.text.startsWith('个')) return null
  if (
    quantity.chinese &&
    !/(?:至少|不少于|不低于|建成|建有|建立|建设|建|设立|打造|新建|配备|要有|均有|都有|新增)(?:[\p{Script=Han}]{0,2})$/u.test(
      ahead,
    )
  )
    return null
  if (quantity.unit === '次' || (quantity.unit === '期' && !/新增/.test(text))) return null
  // `将12项服务纳入医保`: how many things, not how many of them.
  if (/[将把][^，]*$/.test(ahead) && /纳入|列入/.test(behind)) return null
  if (/意见|条款|^(?:个|家)?单位(?!的)/.test(behind.slice(0, 6)) && /征求|收到|反馈/.test(text)) return null
  if (/(?:子女|孩子|婴儿|胎|孩)/.test(behind.slice(0, 4)) && conditionAhead.test(ahead)) return null
  if (giving.test(text) && /补贴|补助|奖励|给予/.test(behind)) return null
  const share = perThousand.exec(ahead) ?? perThousandBefore(clause, ahead)
  if (share && !/[，；]/.test(ahead.slice(share.index)))
    return { quantity, value: quantity.value, unit: perThousandUnit(share, quantity, text) }
  const bound = /^(?:（含）)?(?:及|或)?以上/.test(behind)
  // `100人以上的用人单位`: the number tells which, not how many.
  if (bound && /^(?:（含）)?(?:及|或)?以上的?(?=[\p{Script=Han}])/u.test(behind) && !builds.test(ahead)) return null
  if (ofYear.test(ahead))
    return beforeInPart(clause, 6).some(({ quantities }) => quantities.some(({ unit }) => unit === quantity.unit))
      ? { quantity, value: quantity.value, unit: quantity.unit }
      : null
  // `两癌筛查800人` among the goals.
  if (isGoal(clause) && /^[\p{Script=Han}“”]{2,16}$/u.test(ahead))
    return { quantity, value: quantity.value, unit: quantity.unit }
  // `小学班额控制在45人以内，初中50人以内`: bound as the number before.
  const before = clause.previous?.quantities.at(-1)
  if (
    before?.unit === quantity.unit &&
    !clause.afterSemicolon &&
    /^[\p{Script=Han}]{2,6}$/u.test(ahead) &&
    /^(?:以内|以下|以上)/.test(behind) &&
    clause.previous &&
    reaching.test(clause.previous.text)
  )
    return { quantity, value: quantity.value, unit: quantity.unit }
  if (clause.continues && previousBuilds(clause)) return { quantity, value: quantity.value, unit: quantity.unit }
  if (
    builds.test(ahead) ||
    indicatorNoun.test(ahead.replace(/(?:至少|不少于|不低于|约|近|共|总计|累计|为|达到?)+$/, '')) ||
    ahead === ''
  ) {
    if (ahead === '' && !/^(?:以上|左右)/.test(behind) && !previousBuilds(clause)) return null
    return { quantity, value: quantity.value, unit: quantity.unit }
  }
  return null
}

/** `每千名儿童拥有医师0.87名、床位2.5张`: per what the first is counted, the second is. */
function perThousandBefore(clause: Clause, ahead: string): RegExpExecArray | null {
  if (
    !clause.continues ||
    !clause.previous ||
    ahead.includes('每') ||
    !/^[\p{Script=Han}]{2,12}$/u.test(ahead) ||
    /新|建|设|培|创/.test(ahead)
  )
    return null
  return perThousand.exec(clause.previous.text)
}

const previousBuilds = (clause: Clause): boolean =>
  clause.previous !== null &&
  (builds.test(clause.previous.text) ||
    builds.test(clause.previous.text.slice(0, clause.previous.quantities[0]?.start ?? 0)))

function perThousandUnit(share: RegExpExecArray, quantity: Quantity, text: string): string {
  const [whole, thousand = '千', , who = '人口'] = share
  const people = who === '人' || whole.endsWith('人口') ? '人口' : who
  return /托位/.test(text) || people === '人口' || people === '户'
    ? `${quantity.unit}/${thousand}${people}`
    : `${quantity.unit}/${thousand}名${people}`
}

/** The targets of one clause: numbers to be reached, full coverage, and checkable states with a year. */
export function targetsOf(clause: Clause, times: Times): readonly Target[] {
  const readings = clause.quantities
    .filter((q) => !ageUnits.has(q.unit) || q.unit === '岁')
    .flatMap((q) => readQuantity(clause, q) ?? [])
  if (leaveWord.test(clause.text) && readings.every(({ unit }) => unit === '天')) return withoutNumber(clause, times)
  if (readings.length === 0) return withoutNumber(clause, times)
  const follow =
    readings.length > 1 &&
    readings.every(({ quantity }, i) => {
      const next = readings[i + 1]?.quantity
      return !next || /^[、和及]$/.test(clause.text.slice(quantity.end, next.start))
    })
  const list = indicatorList(clause.text, readings[0]?.quantity.start ?? 0, follow)
  const inOrder = list?.each === 'in-order' && list.names.length === readings.length
  const last = readings[readings.length - 1]
  const years = yearsInOrder(clause, readings.length)
  return readings.flatMap((reading, i) => {
    const { quantity, value, unit, extra } = reading
    const shared = list?.each === 'shared' || (list?.each === 'in-order' && readings.length === 1)
    const own =
      years.length > 0
        ? clause.text.slice(0, clause.text.indexOf('分别'))
        : inOrder
          ? (list.names[i] ?? '')
          : ofYear.test(clause.text.slice(0, quantity.start))
            ? indicatorOfWhole(clause, quantity)
            : indicatorOf(clause, quantity)
    const names = shared && years.length === 0 ? list.names : [own]
    // `分别达到90%、95%以上`: what stands behind the last number binds all.
    const bound = inOrder && last ? comparatorOf(clause.text, last.quantity) : comparatorOf(clause.text, quantity)
    const comparator = extra?.soft ? '<=' : Array.isArray(value) ? 'range' : bound
    const year = years[i]
    const more = { ...extra, ...(year === undefined ? {} : { byYear: year }) }
    return names.map((indicator) =>
      makeTarget({ clause, indicator, value, unit, comparator, at: quantity.start, times, extra: more }),
    )
  })
}

/** What a share of `其中2025年400个` is a share of. */
function indicatorOfWhole(clause: Clause, { unit }: Quantity): string {
  const whole = beforeInPart(clause, 6).find(
    ({ text, quantities }) =>
      quantities.some((other) => other.unit === unit) && !ofYear.test(text.replace(/\d+[^\d]*$/, '')),
  )
  const own = whole?.quantities.find((other) => other.unit === unit)
  return whole && own ? indicatorOf(whole, own) : clause.text
}

/** `分别于2025年、2026年达到90%、100%`: the n-th number is for the n-th year. */
function yearsInOrder(clause: Clause, count: number): readonly number[] {
  if (count < 2 || clause.dates.length !== count || !clause.text.includes('分别')) return []
  return clause.dates.map(({ year }) => year)
}

function makeTarget(options: {
  readonly clause: Clause
  readonly indicator: string
  readonly value: Target['value']
  readonly unit: string | null
  readonly comparator: string
  readonly at: number
  readonly times: Times
  readonly extra: Partial<Target>
}): Target {
  const { clause, indicator, value, unit, comparator, at, times, extra } = options
  const scope = scopeOf(clause)
  const force = /力争|原则上|必须|争取|确保/.exec(clause.text)?.[0] ?? forceBefore(clause)
  const own = clause.text.slice(0, at + 4)
  const perYear = /每年(?!龄)/.test(clause.continues && clause.previous ? `${clause.previous.text}、${own}` : own)
  const year = perYear || comparator === 'increase-yearly' ? null : governingYear(clause, at, times.horizon)
  const inherited = year !== null && (year.place === null ? !isGoal(clause) : times.taken.has(year.place))
  if (year !== null && year.place !== null && !isGoal(clause)) times.taken.add(year.place)
  const time: Partial<Target> & Pick<Target, 'byYear'> =
    year === null
      ? { byYear: null, ...(perYear ? { perYear: true as const } : {}) }
      : year.mention.use === 'start'
        ? { byYear: null, fromYear: year.mention.year }
        : { byYear: year.mention.year, ...(inherited ? { yearInherited: true as const } : {}) }
  const doubt = inherited && clause.afterSemicolon ? '年份承接分号前的句子，请核对' : undefined
  return {
    section: clause.section,
    indicator,
    value,
    unit,
    comparator,
    ...time,
    ...(scope ? { scope } : {}),
    ...(force && force !== '确保' ? { force } : {}),
    ...extra,
    ...(doubt ? { doubt } : {}),
    at: placeOf(clause.line, startOf(clause), clause.end),
  }
}

const forceBefore = (clause: Clause): string | undefined =>
  clause.previous && !clause.afterSemicolon
    ? /力争|原则上|必须|争取/.exec(clause.previous.text.slice(0, 20))?.[0]
    : undefined

/** A quote begins with the date or the subject that stands alone before its clause. */
function startOf(clause: Clause): number {
  let first: Clause = clause
  for (const earlier of before(clause, 2)) {
    const date = earlier.dates[0]
    const lends =
      (date && isBareDate(earlier, date)) || (!first.afterSemicolon && /方式$|前提下$|基础上$/.test(earlier.text))
    if (!lends || first.afterSemicolon) break
    first = earlier
  }
  const date = first.dates.find(({ use }) => use === 'by' || use === 'start')
  return first.start + (date && date.start > 0 && first.text.length > 40 ? date.start : 0)
}

const facility =
  /(?:机构|中心|基地|医院|平台|家园|场所|服务站|服务点|母婴室|幼儿园|协会|联盟|学院)(?:[\p{Script=Han}]{0,4})?$/u

/** States without a number: full coverage, a level, the nation's average, a thing that is to exist by a year. */
function withoutNumber(clause: Clause, times: Times): readonly Target[] {
  const { text } = clause
  const make = (
    indicator: string,
    rest: Pick<Target, 'value' | 'unit' | 'comparator'>,
    extra: Partial<Target> = {},
  ): readonly Target[] => [makeTarget({ clause, indicator, ...rest, at: text.length, times, extra })]
  if (fullCoverage.test(text) && !/探索|的(?:服务|保障|人口|工作)?体系$/.test(text))
    return make(indicatorOf(clause, null), { value: 100, unit: '%', comparator: '=' }, { derived: true })
  if (/(?:死亡率|发生率|出生缺陷)[\p{Script=Han}、]{0,10}(?:稳定|保持|维持|控制)在(?:较)?低(?:位)?水平/u.test(text))
    return make(indicatorOf(clause, null), { value: null, unit: null, comparator: 'stable-low' })
  const average = /(达到|优于|高于|低于|不低于)(全[国省市]平均水平)/.exec(text)
  if (average)
    return make(text.slice(0, average.index), {
      value: null,
      unit: null,
      comparator: `${average[1] === '达到' ? '=' : (average[1] ?? '')}${average[2] ?? ''}`,
    })
  const level = /(?:达到|创建(?:成)?|通过)(?:国家|省级?|市级)?([一二三][级星])(?:[甲乙]等)?(?:医院|水平|标准)?$/.exec(
    text,
  )
  if (level && /机构|医院|中心|保健院/.test(clause.sentence))
    return make(indicatorOf(clause, null), { value: level[1] ?? '', unit: null, comparator: '=' })
  if (/率逐年(?:提高|上升|增长)|逐年提高$/.test(text))
    return make(indicatorOf(clause, null), {
      value: null,
      unit: /率/.test(text) ? '%' : null,
      comparator: 'increase-yearly',
    })
  if (/完成(?:上级|省|市|国家)?(?:级)?下达的?(?:年度)?[^，]{0,12}(?:任务|计划|指标)/.test(text))
    return make(indicatorOf(clause, null), { value: null, unit: null, comparator: 'annual-plan' })
  return existing(clause, times)
}

/** `到2025年，建设…机构`: one thing that is to be there. */
function existing(clause: Clause, times: Times): readonly Target[] {
  const { text } = clause
  const verb = /(?:建成|建设|建立|设立|成立|组建|要有|建好)(?!健全|完善)/.exec(text)
  if (!verb || !facility.test(text) || /一批|若干|探索|鼓励|支持|逐步/.test(text)) return []
  if (governingYear(clause, text.length, times.horizon)?.mention.use !== 'by') return []
  const single = /^(?:成立|组建)$/.test(verb[0])
  const indicator = indicatorOf({ ...clause, text: text.slice(verb.index + verb[0].length) }, null)
  return [
    makeTarget({
      clause,
      indicator,
      value: single ? 1 : null,
      unit: '个',
      comparator: single ? '=' : 'exists',
      at: text.length,
      times,
      extra: single ? { derived: true } : {},
    }),
  ]
}
