import { placeOf } from '../text/line.ts'
import type { PlanBenefit } from '../outline.ts'
import { conditionsOf, forceOf, writtenPayer } from './benefit-words.ts'
import type { Clause } from './clause.ts'

/** What shows that a clause gives something without saying how much. First match wins. */
const kinds: readonly { readonly words: RegExp; readonly type: string }[] = [
  { words: /专项附加扣除|免征[^，]{0,12}税|税费?(?:减免|优惠)|税收优惠|减免[^，]{0,6}税/, type: 'tax' },
  { words: /划拨方式/, type: 'land' },
  { words: /全免|免收|免除[^，]{0,24}费|免缴|减免[^，]{0,8}(?:保教|保育|学|托育?|住宿)费/, type: 'fee-reduction' },
  { words: /疫苗[^，]{0,4}(?:补贴|免费)|免费[^，]{0,12}(?:接种|检查|筛查|药具|体检)/, type: 'medical' },
  { words: /居民(?:生活)?(?:类)?(?:用[水电气热])?价格/, type: 'price' },
  { words: /免票|免费乘/, type: 'fare' },
  { words: /消费贷款|信贷支持|贴息/, type: 'loan' },
  {
    words:
      /(?:纳入|享受|落实)[^，]{0,30}(?:生育保险|医保|居民医保|医疗保险)[^，]{0,10}(?:待遇|支付范围|报销范围|保障政策)|居民医保[^，]{0,20}(?:补助|待遇)|纳入医保|津贴由[^，]{0,16}(?:支付|保险)|意外伤害|护理保险|陪护保险|综合保险|报销范围/,
    type: 'insurance',
  },
  { words: /(?:提供|参加|开展)[^，]{0,16}(?:再就业培训|免费就业技能培训)/, type: 'training' },
  { words: /优先给予就业帮扶|优先提供[^，]{0,12}就业/, type: 'employment' },
  {
    words: /优先配租|户型选择|优先(?:纳入|安排)[^，]{0,8}(?:住房|公租房|公共租赁)|差异化租赁|适当照顾$/,
    type: 'housing',
  },
  { words: /优先(?:安排)?入住|无偿|低收费|免费或低价|托养服务/, type: 'care' },
  {
    words:
      /(?:给予|发放|享受|落实|实行|提供)[^，]{0,30}(?:补贴|补助|奖补|津贴|扶助|奖励)(?:政策|制度)?|(?:补贴|奖励扶助)(?:政策|制度)(?:和[^，]{2,8})?$/,
    type: 'cash',
  },
  { words: /(?:推行|设立|建立|落实|实行)[^，]{0,20}(?:护理假)(?:制度)?$/, type: 'leave' },
]

const notYet =
  /(?:按(?:照)?(?:以下|下列|如下)|制定(?!实施)|研究|合理确定|规范|监督|检查|审核|公示|宣传|不得|骗取|冒领|管理办法|申报|名单|台账|标准动态调整|衔接$|统计|信息系统|抽查|对象(?:应|信息)|不再|终止|负责(?:筹措|落实)|执行统一|(?:实施|执行)[^，]{0,8}制度$)/

/** A benefit named without a number, at most one a clause: best effort. */
export function unnumberedBenefit(
  clause: Clause,
  payer: string | null,
  earlier: readonly PlanBenefit[],
): PlanBenefit | null {
  const { text } = clause
  if (text.length < 4 || notYet.test(text)) return null
  const kind = kinds.find(({ words }) => words.test(text))
  if (!kind) return null
  // Two clauses of one sentence that speak of the same kind are one benefit.
  if (earlier.some((other) => other.type === kind.type) && !text.startsWith('对') && !clause.afterSemicolon) return null
  // A paragraph's own heading (`落实住院分娩补助。`) announces what its text gives.
  if (clause.opensParagraph && clause.sentence === text && text.length <= 14) return null
  const how = forceOf(clause)
  return {
    section: clause.section,
    name: text
      .replace(/^(?:对|可|要|应|并|积极|切实|认真|全面|继续)?(?:落实|实行|给予|推行|建立完善|建立|将)?/, '')
      .slice(0, 36),
    amount: null,
    unit: null,
    period: null,
    conditions: conditionsOf(clause, text.length),
    payer: writtenPayer(clause) ?? payer,
    type: kind.type,
    ...(how ? { force: how } : {}),
    at: placeOf(clause.line, text.length < 8 && clause.previous ? clause.previous.start : clause.start, clause.end),
  }
}
