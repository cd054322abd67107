import type { Target } from '../outline.ts'
import type { Clause } from './clause.ts'
import { readCount } from './count-target.ts'
import type { Quantity } from './quantity.ts'
import { ofYear, type Reading } from './target-reading.ts'
import { countUnits, funding, giving, indicatorNoun, notGiven, reaching, statistics, unitless } from './words.ts'

/** Reads a number as a target, by its unit and the words about it; null where it is something else. */
export function readQuantity(clause: Clause, quantity: Quantity): Reading | null {
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
      return /提高|提升|增长|下降|降低/.test(ahead) && !/报销|支付比例|补助比例|贴息|利率/.test(text)
        ? plain('个百分点')
        : null
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

/** `面积超过1万平方米的公共场所母婴设施配置率达到100%`: a number in a phrase that ends in 的 tells which things are meant. */
function tellsWhich({ text, quantities }: Clause, quantity: Quantity): boolean {
  if (!quantities.some(({ start, unit }) => start > quantity.end && (/%|‰/.test(unit) || unit !== quantity.unit)))
    return false
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
