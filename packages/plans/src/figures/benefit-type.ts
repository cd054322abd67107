import { before, beforeInPart, lead, type Clause } from './clause.ts'
import type { Quantity } from './quantity.ts'
import { funding, giving, leaveWord, notGiven } from './words.ts'

/** The kind of benefit a number makes, as the field writes it; null when it is none a benefit is made of. */
export function benefitType(clause: Clause, quantity: Quantity): string | null {
  const around = besideBrackets(clause, quantity)
  if (
    notGiven.test(around) ||
    /罚款|违法所得/.test(clause.sentence) ||
    funding.test(around) ||
    clause.text.slice(0, quantity.start).endsWith('第')
  )
    return null
  switch (quantity.unit) {
    case '元':
      return moneyType(clause, quantity)
    case '%':
      return shareType(clause, quantity)
    case '个百分点':
      return /报销|支付比例|补助比例/.test(clause.text) ? 'insurance' : /贴息|利率/.test(clause.text) ? 'loan' : null
    case '折':
      return 'fee-reduction'
    case '倍':
      return /收费|价格/.test(clause.text) ? 'price' : /额度|限额|贷款|标准|补贴/.test(clause.text) ? 'loan' : null
    case '天':
    case '日':
    case '工作日':
    case '个工作日':
    case '个月':
    case '小时':
      if (isAllowanceTime(clause, quantity)) return 'insurance'
      return isLeave(clause, quantity) ? 'leave' : null
    case '平方米':
      return /户型|保障|住房|租赁|公租房/.test(clause.sentence) && !clause.text.slice(0, quantity.start).endsWith('每')
        ? 'housing'
        : null
    case '次':
    case '项':
    case '种':
      return /免费(?:提供|享受|开展|给予|发放|接种|为)?[^，]{0,20}$/.test(clause.text.slice(0, quantity.start))
        ? 'medical'
        : null
    default:
      return null
  }
}

/** The words about a number: those of its bracket, or those outside of all brackets. */
function besideBrackets({ text }: Clause, { start }: Quantity): string {
  if (!text.includes('（')) return text
  const open = text.lastIndexOf('（', start)
  const close = text.indexOf('）', open)
  if (open >= 0 && close >= start) return text.slice(open + 1, close)
  return text.replace(/（[^（）]*）/g, '')
}

/** Headings that say a section gives money. */
const givenHeading = /补贴|补助|奖励|津贴|扶助|关怀金|育儿金|礼金|消费券|托育券/

function moneyType(clause: Clause, quantity: Quantity): string | null {
  const { text, whole } = clause
  if (/(?:共|合计|总计)$/.test(text.slice(0, quantity.start))) return null
  if (/安排[\p{Script=Han}]{0,12}(?:经费|资金)$/u.test(text) && !/补贴|补助/.test(text)) return null
  if (
    /分[一二两三四五六\d]{1,2}(?:年|次|批|期)/.test(clause.sentence) &&
    /各(?:发|兑现|支付)$/.test(text.slice(0, quantity.start))
  )
    return null
  // `每年5000元，连续发放3年，累计1.5万元`: the sum of what was said.
  if (
    text.slice(0, quantity.start).endsWith('累计') &&
    before(clause, 3).some(({ quantities }) => quantities.some(({ unit }) => unit === '元'))
  )
    return null
  const given = giving.test(text) || giving.test(clause.sentence) || givenHeading.test(clause.sectionHeading)
  // `公办机构保育费不超过1380元，民办机构不超过1980元`.
  const [earlier] = before(clause, 1)
  const price = earlier?.quantities.find(({ unit }) => unit === '元')
  if (!given && earlier && price && /不(?:得)?(?:超过|高于)$/.test(text.slice(0, quantity.start)))
    return moneyType(earlier, price) === 'price' ? 'price' : null
  if (!given && !/标准|收费|价格|(?:保育|保教|托育|托管)费/.test(text)) return null
  if (
    /(?:投资|经费|专项资金|工作经费|启动资金)[\p{Script=Han}]{0,6}$/u.test(text.slice(0, quantity.start)) &&
    !/补|奖|给予/.test(text)
  )
    return null
  if (
    /收入|工资|净资产|价值|金额达到|总价/.test(text.slice(Math.max(0, quantity.start - 10), quantity.start)) &&
    /的$|以下|低于|以上/.test(text.slice(quantity.end))
  )
    return null
  if (isStep(clause, quantity)) return 'cash-step'
  if (/贷款/.test(whole + loanBefore(clause)) && !/贴息|补贴|补助/.test(whole)) return 'loan'
  if (isCap(clause, quantity)) return 'cash-cap'
  if (/扣除/.test(text)) return 'tax'
  if (/减免|减收/.test(text)) return 'fee-reduction'
  if (/(?:收费|价格|收取|(?:保育|保教|托育|托管)费)/.test(text) && !/补贴|补助|奖/.test(text)) return 'price'
  if (/购房|房票|契税|租房|公租房/.test(text) && /额度|提取|限额/.test(text)) return 'housing'
  return 'cash'
}

/** `贷款最高限额：二孩家庭75万元`: what the clauses before, up to the colon, are about. */
const loanBefore = (clause: Clause): string =>
  before(clause, 2).find(({ text }) => /贷款[\p{Script=Han}]{0,4}(?:限额|额度)$/u.test(text))?.text ?? ''

/** A sum that grows with age, rank or number: 年龄每增加10岁，每月增加100元. */
function isStep(clause: Clause, quantity: Quantity): boolean {
  const ahead = clause.text.slice(0, quantity.start)
  return (
    /(?:增加|递增|提高|上浮|增发|加发)$/.test(ahead) &&
    /每(?:增加|增长|多|提高|满)[^，]{0,12}/.test(`${lead(clause, 2)}，${ahead}`)
  )
}

/** The limit of a share or of a sum per measure: 给予30％…，最高不超过50万元. */
function isCap(clause: Clause, quantity: Quantity): boolean {
  const ahead = clause.text.slice(0, quantity.start)
  const behind = clause.text.slice(quantity.end, quantity.end + 4)
  if (!/(?:不超过|不高于|最高|上限|封顶|至多|最多)[^，]{0,10}$/.test(ahead) && !/封顶|为限|以内/.test(behind))
    return false
  const own = clause.quantities.some(({ unit, end }) => end <= quantity.start && (unit === '%' || unit === '元'))
  return (
    own ||
    beforeInPart(clause, 3).some(
      (earlier) => giving.test(earlier.text) && earlier.quantities.some(({ unit }) => unit === '%' || unit === '元'),
    )
  )
}

function shareType(clause: Clause, quantity: Quantity): string | null {
  const { text } = clause
  // 减半, 半价: of a fee or a price, not of what is given.
  if (quantity.chinese && /^[减半]/.test(quantity.text) && !/费|票|租|价/.test(text + (clause.previous?.text ?? '')))
    return null
  const ahead = text.slice(0, quantity.start)
  if (/抽查|抽检|核查/.test(clause.sentence) || /(?:先行|首次|首笔|余下|剩余|其余)[^，]{0,8}$/.test(ahead)) return null
  if (/(?:率|占比|比重|覆盖面?)[\p{Script=Han}（）]{0,8}$/u.test(ahead) && !/利率|报销率|支付比例|征收率/.test(ahead))
    return null
  if (/(?:占比|比例)[\p{Script=Han}]{0,6}$/u.test(ahead) && !/报销|补助|补贴|支付|缴|减免|首付|提取/.test(text))
    return null
  if (/分[一二两三四五六\d]{1,2}(?:年|次|批|期)/.test(clause.sentence) && /(?:发放|兑现|拨付|支付)$/.test(ahead))
    return null
  if (/收费|价格/.test(text) && /上浮|下浮/.test(text)) return 'price'
  if (/上浮|下浮|上调|提高|增加/.test(ahead.slice(-4)) && !/贷款|额度|利率/.test(text)) {
    const [earlier] = before(clause, 1)
    const sum = earlier?.quantities.find(({ unit }) => unit === '元' || unit === '%')
    const type = earlier && sum ? benefitType(earlier, sum) : null
    if (type !== null) return type
  }
  if (/房价|总价/.test(text) && /补贴|补助|奖励/.test(text) && !/贷款/.test(text)) return 'cash'
  if (/贷款|额度|利率|上浮|总价|房价|首付|提取/.test(text))
    return /总价|房价/.test(ahead.slice(-14)) && /不(?:得)?(?:高于|超过)|最高|以内/.test(text) ? 'loan-cap' : 'loan'
  if (
    /保教费|学费|托费|托育费|费用|收费|保育费|挂号|门票|票价|租金/.test(text) &&
    /减免|优惠|减|折|收取|免|半价/.test(text)
  )
    return 'fee-reduction'
  if (/减(?:收|免|半)/.test(text) && /免收|免缴|费/.test(clause.previous?.text ?? '')) return 'fee-reduction'
  if (/契税|个人所得税|增值税/.test(text)) return /补贴|补助/.test(text) ? 'cash' : 'tax'
  if (/报销|支付比例|医保/.test(text)) return 'insurance'
  if (/用电|用水|用气|价格/.test(text)) return 'price'
  if (ahead.endsWith('收入的') && /价格|收费/.test(text)) return null
  // `二孩提高20%，三孩提高50%`: what the clause before gave by the hundred goes on.
  const [earlier] = before(clause, 1)
  const same = earlier?.quantities.find(({ unit }) => unit === '%')
  if (earlier && same && !/率|占|达到/.test(text)) {
    const type = shareType(earlier, same)
    if (type !== null) return type
  }
  // `哺乳假期间工资不低于75%`: what a leave is paid with.
  if (/工资/.test(text) && leaveWord.test(clause.sentence)) return 'cash'
  return giving.test(text) || (giving.test(clause.sentence) && /按|给予|不超过|标准/.test(ahead)) ? 'cash' : null
}

/** `生育津贴按98天计发，剖宫产增加15天`: for how long an allowance is paid. */
function isAllowanceTime(clause: Clause, quantity: Quantity): boolean {
  const ahead = clause.text.slice(0, quantity.start)
  if (/津贴(?:[\p{Script=Han}]{0,6}(?:期限|天数|时间)(?:延长至|提高到|为|至)?|按|支付|计发|发放)$/u.test(ahead))
    return true
  const earlier = beforeInPart(clause, 3).find(({ quantities }) =>
    quantities.some(({ unit }) => unit === quantity.unit),
  )
  return (
    ahead.endsWith('增加') &&
    !leaveWord.test(clause.text) &&
    earlier !== undefined &&
    benefitType(earlier, earlier.quantities.find(({ unit }) => unit === quantity.unit) ?? quantity) === 'insurance'
  )
}

/** Days or months of leave: a word for leave stands in the clause up to a little behind the number, or just before. */
function isLeave(clause: Clause, quantity: Quantity): boolean {
  const { text } = clause
  const ahead = text.slice(0, quantity.start)
  const behind = text.slice(quantity.end, quantity.end + 14)
  if (/(?:\d月|怀孕|满|不满|未满|妊娠)\d*$/.test(ahead) || /^(?:以上|以下|以内|内)(?!的[^，]{0,4}假)/.test(behind))
    return false
  if (quantity.unit === '小时') return /哺乳|哺乳时间/.test(text) && !/课后/.test(text)
  if (leaveWord.test(ahead + behind)) return true
  if (!/(?:增加|增至|延长|享受|再|给予|休|奖励|各|为)[^，]{0,6}$/.test(ahead) && !/^(?:的假)/.test(behind)) return false
  return before(clause, 2).some((earlier) => leaveWord.test(earlier.text))
}
