import { placeOf } from '../text/clean-line.ts'
import type { PlanBenefit } from '../outline.ts'
import type { Clause } from './clause.ts'
import { quantitiesOf, type Quantity } from './quantity.ts'

const giving =
  /补贴|补助|奖补|奖励|津贴|扶助金|给予|发放|减免|减征|免征|免费|免票|优惠|扣除|报销|救助|贷款|额度|限额|上浮|下浮|免除|资助|红包|补偿|抵用|消费券|慰问金/
const leave = /(?:产假|生育假|护理假|陪产假|陪护假|看护假|育儿假|婚假|哺乳假|假期|奖励假|休假|流产假)/

/** Kind of number: money, share, multiple, leave, dwelling; null when it is none a benefit is made of. */
function benefitType(clause: Clause, quantity: Quantity): string | null {
  const near = clause.text
  const sentence = clause.sentence
  switch (quantity.unit) {
    case '元': {
      if (!giving.test(sentence) && !/标准|收费|不低于|不少于/.test(near)) return null
      if (/投资|产值|营业额|经费|资金(?!补)/.test(near) && !/补|奖|给予/.test(near)) return null
      if (
        /每增加|每增长|递增/.test(sentence) &&
        /增加|递增|提高/.test(near.slice(0, quantity.start)) &&
        /年龄|岁|孩/.test(sentence)
      )
        return 'cash-step'
      if (/贷款|额度|限额/.test(near)) return 'loan'
      if (
        /(?:不超过|不高于|最高)/.test(near) &&
        /%/.test(clause.before.map((b) => b.text).join() + near.slice(0, quantity.start))
      )
        return 'cash-cap'
      return /扣除/.test(near) ? 'tax' : /减免/.test(near) ? 'fee-reduction' : 'cash'
    }
    case '%':
      if (/率(?:达|不低于|保持|提高|稳定|控制|下降)|覆盖率|占比|比例(?:达|不低于)/.test(near)) return null
      if (/贷款|额度|利率|上浮|总价|房价/.test(near)) return /总价|房价/.test(near) ? 'loan-cap' : 'loan'
      if (/保教费|学费|托费|费用|收费/.test(near) && /减免|优惠|减/.test(near)) return 'fee-reduction'
      return /补助|补贴|奖补|减免|优惠|报销|给予|免/.test(near) ? 'cash' : null
    case '倍':
      return /额度|限额|贷款|标准/.test(near) ? 'loan' : null
    case '天':
    case '日':
    case '个月':
    case '月':
      if (!leave.test(leaveContext(clause, quantity))) return null
      if (quantity.unit === '月' || (quantity.unit === '日' && /月\d*$/.test(near.slice(0, quantity.start))))
        return null
      return 'leave'
    case '平方米':
      return /户型|保障|住房|租赁/.test(sentence) ? 'housing' : null
    default:
      return null
  }
}

/** Leave words of the clause up to a little behind the number, or of the clause before. */
function leaveContext(clause: Clause, quantity: Quantity): string {
  const previous = clause.before[clause.before.length - 1]?.text ?? ''
  return previous + clause.text.slice(0, quantity.end + 14)
}

function comparatorOf(clause: Clause, quantity: Quantity): string | null {
  const before = clause.text.slice(Math.max(0, quantity.start - 14), quantity.start)
  const after = clause.text.slice(quantity.end, quantity.end + 6)
  if (Array.isArray(quantity.value)) return 'range'
  if (/不再(?:执行)?|取消/.test(before) && quantity.unit === '%') return 'waived'
  if (/不少于|不低于|至少|起$/.test(before) || /以上/.test(after)) return '>='
  if (/不超过|不高于|不得高于|不得超过|最高|最多|至多|上限|以内$/.test(before) || /以内|以下|为限/.test(after))
    return '<='
  return null
}

const periodPattern =
  /每生每月|每人每月|每户每月|每人每天|每人每日|每人每年|每孩每年|每学期|每学年|每年|每月|每天|每日|每次|每人|每户|每胎|每例|每孩|每个?托位|每个|一次性|\/月|\/年|\/学期|\/人|累计/

function periodOf(clause: Clause, quantity: Quantity): string | null {
  const after = clause.text.slice(quantity.end, quantity.end + 4)
  const slash = /^\/(?:人[/·])?(月|年|学期|天|人)/.exec(after)
  if (slash) return slash[1] === '人' ? '每人' : `每${slash[1]}`
  const nearest = [...clause.text.slice(0, quantity.start).matchAll(new RegExp(periodPattern, 'g'))].at(-1)
  if (nearest) return nearest[0]
  const earlier = clause.before.at(-1)?.text ?? ''
  return periodPattern.exec(clause.text)?.[0] ?? periodPattern.exec(earlier)?.[0] ?? null
}

const nouns =
  /([\u4e00-\u9fff“”、（）a-zA-Z]{0,12}?(?:补贴|补助|奖补|津贴|扶助金|奖励金?|扣除|减免|产假|生育假|护理假|看护假|陪产假|育儿假|婚假|哺乳假|贷款额度|额度|利率|救助|贷款|保教费|户型))/

/** Name of what is given: the noun nearest the number. */
function nameOf(clause: Clause, quantity: Quantity): string {
  const own = clause.text
  const after = nouns.exec(own.slice(quantity.end, quantity.end + 24))
  const beforeAll = [...own.slice(0, quantity.start).matchAll(new RegExp(nouns, 'g'))].at(-1)
  const name = after?.[1] ?? beforeAll?.[1] ?? nouns.exec(clause.sentence)?.[1] ?? own
  return name.replace(/^(?:的|标准|给予|发放|按|为|将|对|等|和|与|、|（|）)+/, '').slice(-20)
}

const force = /鼓励|支持|探索|可以|可(?=根据|按照|采取|享受|建设|适当|优先|申请|设|在|由|向)|有条件的/

function forceOf(clause: Clause): string | null {
  const text = clause.before.map((b) => b.text).join('，') + clause.text
  const found = force.exec(text)?.[0] ?? null
  return found === '可以' ? '可' : found === '有条件的' ? '鼓励' : found
}

/** Who may have it: the part of the sentence that says 对… / …的, shortened. */
function conditionsOf(clause: Clause): string | null {
  const text = clause.sentence
  const subject = /对(.{2,60}?)[，,]/.exec(text)?.[1] ?? /([^，。；]{4,40}的)[，,]/.exec(text)?.[1] ?? null
  return subject === null ? null : subject.replace(/的$/, '')
}

/** Benefits stated with a number in one clause. Units: yuan, %, 倍, 天, 个月, 平方米. */
export function benefitsWithAmount(clause: Clause, payer: string | null): readonly PlanBenefit[] {
  const found: PlanBenefit[] = []
  for (const quantity of quantitiesOf(clause.text)) {
    const type = benefitType(clause, quantity)
    if (type === null) continue
    const comparator = comparatorOf(clause, quantity)
    const period = periodOf(clause, quantity)
    const how = forceOf(clause)
    const total = type === 'leave' && /延长[至到]$/.test(clause.text.slice(0, quantity.start))
    found.push({
      section: clause.section,
      name: nameOf(clause, quantity),
      amount: quantity.value,
      unit: quantity.unit === '日' ? '天' : quantity.unit,
      period,
      conditions: conditionsOf(clause),
      payer,
      type,
      ...(comparator ? { comparator } : {}),
      ...(how ? { force: how } : {}),
      ...(total ? { mode: '延长至(total)' } : {}),
      ...(type === 'leave' && /每人|各|双方/.test(clause.text) ? { perPerson: true as const } : {}),
      at: placeOf(clause.line, clause.start, clause.end),
    })
  }
  return found
}

const without: readonly { pattern: RegExp; type: string }[] = [
  { pattern: /(?:免征|减征|税费(?:减免|优惠)|所得税[^，]{0,12}(?:扣除|免))/, type: 'tax' },
  { pattern: /专项附加扣除/, type: 'tax' },
  { pattern: /优先(?:配租|保障|安排入住|入住|纳入(?:住房|公租房)?)|户型选择|差异化租赁|住房保障/, type: 'housing' },
  { pattern: /(?:居民(?:生活类?)?价格)/, type: 'price' },
  { pattern: /免票|免费乘/, type: 'fare' },
  { pattern: /消费贷款/, type: 'loan' },
  { pattern: /(?:给予|发放|享受|落实|落实好|实行)[^，]{0,24}(?:补贴|补助|奖补|津贴|扶助|奖励)/, type: 'cash' },
  { pattern: /(?:补贴|补助|奖补)(?:政策|制度)?$/, type: 'cash' },
  { pattern: /无偿|低收费|托养/, type: 'care' },
  {
    pattern: /(?:纳入)?(?:生育|医疗|医保|养老)?保险(?:待遇|支付|保障)|报销范围|意外伤害|住院护理保险|陪护保险/,
    type: 'insurance',
  },
  { pattern: /再就业培训|技能培训/, type: 'training' },
  { pattern: /划拨方式/, type: 'land' },
  { pattern: /护理假|育儿假|产假/, type: 'leave' },
]

/** Benefits named without a number: best effort, one a clause. */
export function benefitWithoutAmount(clause: Clause, payer: string | null): PlanBenefit | null {
  const hit = without.find(({ pattern }) => pattern.test(clause.text))
  if (!hit || clause.text.length < 6) return null
  const how = forceOf(clause)
  return {
    section: clause.section,
    name: (hit.pattern.exec(clause.text)?.[0] ?? clause.text).slice(0, 30),
    amount: null,
    unit: null,
    period: null,
    conditions: conditionsOf(clause),
    payer,
    type: hit.type,
    ...(how ? { force: how } : {}),
    at: placeOf(clause.line, clause.start, clause.end),
  }
}
