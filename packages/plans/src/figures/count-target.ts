import { beforeInPart, type Clause } from './clause.ts'
import { goalHeading } from './duties.ts'
import type { Quantity } from './quantity.ts'
import { ofYear, type Reading } from './target-reading.ts'
import { giving, indicatorNoun, reaching } from './words.ts'

/** Units that stand behind a number per thousand people, births or children. */
const perThousand =
  /(?:每(百|千|万)(?:名)?(常住)?(人口|儿童|人|户|老年人|\d+[-—～]\d+岁儿童)|(?<![\d.十百])([千万])(?:人口|人(?=[\p{Script=Han}]{0,6}托位)))/u

const builds =
  /(?:建成|建有|建好|新建|改扩建|扩建|改建|建立|建设|设立|设置|设有|成立|组建|配备|配置|配齐|配套|创建|创成|打造|培育|开设|开办|改造|完成|拥有|申报|申创|扩大|新增|增加|增设|增至|达到?|招收|招聘|引进|选派|培训|培养|实现|确保|确定|要有|均有|都有|有|评选|遴选|命名|认定|推广|投放|提供|配|发展|举办|开展|至少|不少于|不低于|超过|突破|稳定在|保持在|提高到|控制在|安排|落实|选树|筛查|覆盖|惠及|服务|投用|投入使用|启用|建)[^，；]{0,24}$/
const programme =
  /^(?:大|项)?(?:个)?(?:方面|体系|机制|统一|环节|阶段|工程|行动|计划|制度|措施|举措|原则|关系|同步|进一步|优先|重点|层次|渠道|维度|政策|意见|条款|问题|转变|清单|方案|步骤|条件|情形|材料|事项)/
const conditionAhead = /(?:对|凡|符合|生育|拥有|养育|生有|抚养|已有)[^，；]{0,16}$/

/** A number of things to be built, kept or done. */
export function readCount(clause: Clause, quantity: Quantity): Reading | null {
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
  // `由4种增加至29种`: what it was.
  if (/[由从]$/.test(ahead) && /^(?:以上)?(?:增加|提高|扩大|增|上升|提升)/.test(behind)) return null
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
  if (goalHeading.test(clause.sectionHeading) && /^[\p{Script=Han}“”]{2,16}$/u.test(ahead))
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
  const [whole, each, , who = '人口', bare] = share
  const thousand = each ?? bare ?? '千'
  const people = who === '人' || whole.endsWith('人口') ? '人口' : who
  return /托位/.test(text) || people === '人口' || people === '户'
    ? `${quantity.unit}/${thousand}${people}`
    : `${quantity.unit}/${thousand}名${people}`
}
