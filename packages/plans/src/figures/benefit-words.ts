import { before, lead, type Clause } from './clause.ts'
import type { Quantity } from './quantity.ts'
import { benefitForce, leaveWord } from './words.ts'

const perUnit =
  '人|生|孩|户|家庭|胎|例|个?托位|个?床位|张床位?|次|平方米|平米|学期|学年|年度?|月|天|日|周|季度|周期|对夫妻|对|家|个|名|位|套|班|节|学时|课时|项目'
const per = new RegExp(
  `(?:(?:每|按)(?:一)?(?:个|名|位|张)?(?:${perUnit}))+|一次性|按年|按月|按季度?|按次|逐月|单个(?:企业|机构|项目|家庭|单位|托育机构)`,
  'gu',
)
const behindNumber =
  /^(?:\/|每)(人次|人|岗|对|生|孩|户|例|次|个|托位|平方米|月|年|学期|学年|天|日)(?:[/·.每](月|年|天|学期|次|孩|人))?/

/** Per what a number is given: nearest to the number, as the text writes it; null where it writes nothing. */
export function periodOf(clause: Clause, quantity: Quantity): string | null {
  const behind = behindNumber.exec(clause.text.slice(quantity.end))
  if (behind) return `每${behind[1] ?? ''}${behind[2] ? `每${behind[2]}` : ''}`
  const own = lastMatch(clause.text.slice(0, quantity.start))
  if (own) return own
  const after = lastMatch(clause.text.slice(quantity.end, quantity.end + 16))
  if (after && !/^每(?:人|户|家)$/.test(after)) return after
  for (const earlier of before(clause, 2)) {
    if (earlier.quantities.some(({ unit }) => unit === quantity.unit)) break
    const found = lastMatch(earlier.text)
    if (found) return found
  }
  const at = clause.sentence.indexOf(clause.whole)
  const next = at < 0 ? '' : (clause.sentence.slice(at + clause.whole.length).split('；')[0] ?? '')
  const once = /一次性/.test(clause.sectionHeading.split('/').at(-1) ?? '') || /一次性(?:兑|发|给|支|付|拨)/.test(next)
  return quantity.unit === '元' && once ? '一次性' : null
}

function lastMatch(text: string): string | null {
  const found = [...text.matchAll(per)].map((match) => match[0]).filter((word) => !/^按(?:人|月龄|年龄)$/.test(word))
  return found.at(-1) ?? null
}

const givenThings =
  '补贴金?|关怀金|育儿金|生育金|助学金|报酬|托育券|育儿券|补助金?|补助券|补助费|奖补|津贴|扶助金?|抚慰金|慰问金|奖励金|奖励费|奖励|保费|消费券|代金券|红包|礼金|礼包|专项附加扣除|扣除|减免|产假|生育假|陪产假|护理假|看护假|照护假|育儿假|婚假|哺乳假|贷款额度|提取额度|额度|限额|利率|救助金?|资助|贷款|贴息|提取公积金|定额支付|收费标准|支付比例|报销比例|保育教育费|保育费|保教费|托育费|学费|伙食费|保险费|户型|契税|租金|票价'
const noun = new RegExp(`[\\p{Script=Han}A-Za-z“”]{0,16}?(?:${givenThings})+`, 'gu')
const nounBehind = new RegExp(
  `^(?:/[\\p{Script=Han}]{1,2})?(?:以内|以下|以上)?的?(?:标准)?(?:给予|发放)?的?([\\p{Script=Han}A-Za-z“”]{0,12}?(?:${givenThings})+)`,
  'u',
)
/** Words before a name that are no part of it. */
const notName =
  /^.*(?:的|给予|予(?=奖|补)|发放|发给|予以|享受|落实|实行|实施|按照?|将|对|和|与|及|或|其|另外|再|可(?!贷)|申请|申领|领取|获得|提供|支付(?!比例)|增加|提高|延长至?|取消|每[人孩生户月年天次个例位名家]|分别|另行|额外|在(?![园校册岗职])|由|于|国家|规定|原有|(?<!子女)父母|夫妻|双方|我[省市区县盟州]|全[省市区县]|职工|产妇|家庭|女方|男方|幼儿园|享|为)(?=.{2,})/u
const leaveName = new RegExp(`(?:配偶|独生子女父母)?(?:${leaveWord.source})`, 'gu')
const cost = /([\p{Script=Han}]{2,10}?)的?费用/u

/** Name of what is given: the noun right behind the number, else the last before it, else the sentence's or heading's. */
export function nameOf(clause: Clause, quantity: Quantity): string {
  const { text } = clause
  const plain = text.replace(/《[^》]*》?/g, (title) => '　'.repeat(title.length))
  const behind = nounBehind.exec(plain.slice(quantity.end, quantity.end + 34))?.[1]
  const ahead = [...plain.slice(0, quantity.start).matchAll(noun)]
    .map((match) => match[0])
    .filter((name) => !/^规定?限额$/.test(name))
  const relative = quantity.unit === '倍' || quantity.unit === '%'
  const own = behind ?? (relative ? ahead[0] : ahead.at(-1)) ?? plain.slice(quantity.end).match(noun)?.[0]
  const far =
    (clause.whole === text ? undefined : [...clause.whole.matchAll(noun)].at(-1)?.[0]) ??
    (relative ? undefined : nounBefore(clause)) ??
    clause.sentence.match(noun)?.[0] ??
    [...clause.sectionHeading.matchAll(noun)].at(-1)?.[0]
  if (/^(?:次|项|种)$/.test(quantity.unit)) {
    const served = /^(?:以上)?的?([\p{Script=Han}“”]{2,16})/u.exec(plain.slice(quantity.end))?.[1]
    if (served !== undefined) return served
  }
  if (/^(?:天|日|个月|小时)$/.test(quantity.unit)) {
    const allowance = /[\p{Script=Han}]{0,4}津贴/u.exec(plain)?.[0] ?? null
    if (allowance !== null && !leaveWord.test(plain)) return allowance
    const leaves = `${plain.slice(0, quantity.end)}${plain.slice(quantity.end, quantity.end + 14)}`.match(leaveName)
    return (
      leaves?.at(-1) ??
      before(clause, 4).flatMap(({ text: earlier }) => earlier.match(leaveName)?.at(-1) ?? [])[0] ??
      (leaveWord.test(clause.sentence) ? (clause.sentence.match(leaveName)?.at(-1) ?? '休假') : '休假')
    )
  }
  const spent = cost.exec(lead(clause, 2))?.[1]
  const name =
    shortName(own ?? '') ||
    (spent && !own ? `${shortName(spent)}费用补助` : '') ||
    shortName(far ?? '') ||
    bareName(clause)
  return withObject(clause, name).slice(-24)
}

/** Where nothing names what is given: the words of a short clause, else the heading. */
function bareName(clause: Clause): string {
  const heading = headingWords(clause)
  return clause.text.length > 12 && heading.length >= 2 && heading.length <= 14 ? heading : clause.text
}

/** `提供产前筛查，每例补助140元`: a bare 补助 is for what the clause before provides. */
function withObject(clause: Clause, name: string): string {
  if (!/^(?:补助|补贴|奖励|津贴)$/.test(name)) return name
  const thing = /(?:提供|开展|购买)([\p{Script=Han}]{2,12})$/u.exec(clause.previous?.text ?? '')?.[1]
  if (thing !== undefined) return thing + name
  const heading = headingWords(clause)
  const at = heading.indexOf(name)
  return at >= 2 ? heading.slice(0, at) + name : name
}

/** The section's own heading without its verb: 建立生育补贴制度 is about 生育补贴制度. */
function headingWords(clause: Clause): string {
  const own = clause.sectionHeading.split('/').at(-1) ?? ''
  return own.replace(/^(?:建立健全|建立|发放|实施|实行|落实|完善|健全|加大|提高|给予|兑现|做好|开展|支持|加强)+/, '')
}

/** The noun nearest before, in the clauses before. */
function nounBefore(clause: Clause): string | undefined {
  return before(clause, 3).flatMap(({ text }) => [...text.matchAll(noun)].at(-1)?.[0] ?? [])[0]
}

function shortName(name: string): string {
  const tidy = name.replace(notName, '').replace(/^(?:[、“”]|天|日|个月|万?元|岁|名)+(?=.{2})/, '')
  return tidy.length >= 2 ? tidy : name.replace(/^.*(?:的|每[人孩生户月年])/, '')
}

/** 鼓励, 支持, 探索, 可 where the text says so; null = it binds. */
export function forceOf(clause: Clause): string | null {
  let text = clause.text
  let opened = !clause.afterSemicolon
  let joined = clause.continues
  for (const earlier of before(clause, 5)) {
    if (joined) {
      text = `${earlier.text}，${text}`
      joined = earlier.continues
      continue
    }
    // Only what is no statement of its own lends its force: 探索对…的, 有条件的地方….
    if (
      !opened ||
      !/(?:的|时|期间|基础上|前提下|内|家庭|人员|机构|单位|企业|地区)$/.test(earlier.text) ||
      /给予|提升|工作岗位/.test(earlier.text)
    )
      break
    text = `${earlier.text}，${text}`
    opened = !earlier.afterSemicolon
  }
  return benefitForce.find(({ words }) => words.test(text))?.force ?? null
}

const dropHead = /^(?:对于?|向|为|凡是?|给|其中|同时|此外|另外|并|而|但)/

/** The clauses before that may say whom this one is for: none from before a ；, where a subject stands behind it. */
function speakingOf(clause: Clause): readonly Clause[] {
  const near = before(clause, 4)
  const from = clause.afterSemicolon ? 0 : near.findIndex(({ afterSemicolon }) => afterSemicolon) + 1
  if (!clause.afterSemicolon && from === 0) return near
  const own = [clause, ...near.slice(0, from)]
  const opening = own.at(-1)?.text ?? ''
  const subject =
    own.some(({ text }) => /^(?:对|为|凡|符合|生育|[一二三]孩)|的$|期间$/.test(text)) ||
    !/^(?:给予|发放|按|每|最高|同时|并|其中|另|再|不超过|补|奖|一次性|单个|增|提高|优先|可|享|纳入|免|减|报销)/.test(
      opening,
    )
  return subject ? near.slice(0, from) : near
}

/** `小班（12—24个月）每生每月300元`, `伤残每月590元`, `顺产2000元`: for whom or what the number is. */
const ownSubject =
  /^(?:.*(?:按照?|标准[：:]?|、))?((?:(?!补|贴|的|假|减|浮|可|度|即|是|享|共|合|每|价|提|奖|金|发|给|费|月|年|元|高|限|不|为|达)[\p{Script=Han}]){2,6}(?:（[^）]{2,16}）)?)(?:享受|减免|减收|优惠|上浮|下浮|提高|增加)?(?:每[\p{Script=Han}]{1,3})*$/u

/** `二孩、三孩每年7200元`: the number is for each of them. */
const orderList =
  /((?:[一二三四多]孩(?:及以上)?[、和及])+[一二三四多]孩(?:及?以上)?(?:家庭|婴幼儿)?)(?:按|发放|补贴|补助|每[\p{Script=Han}]{1,3})*$/u

/** `三孩另按每月…`: whom the rest of the clause is for. */
const orderAhead =
  /^(?:政策内|依法|合法)?(?:生育|养育)?((?:第?[一二三四多]|第?[一二三四]及以上)(?:孩|胎|个?子女)(?:及?以上)?(?:家庭|婴幼儿|产妇)?)(?![、和及或以])/

/** Who may have it and when: the phrases before the number that end in 的 or begin with 对, nearest last. */
export function conditionsOf(clause: Clause, until: number): string | null {
  const open = speakingOf(clause)
    .toReversed()
    .filter(
      (earlier) =>
        !/(?:元|%|倍|天|日|个月)/.test(earlier.quantities.map(({ unit }) => unit).join()) ||
        /的$|^对/.test(earlier.text),
    )
  const phrases = [...open.map(({ text }) => text), clause.text.slice(0, until)]
  const found = phrases.flatMap((phrase, i) => {
    const last = i === phrases.length - 1
    const subject =
      /(?:^|(?<=[^应针相面反绝]))对(?!象|应|接|照|口|外)([^，]{2,60}?)(?=按|给予|发放|予以|每[学月年人孩]|实行|一次性|$|，|分别|可|不超过|最高)/.exec(
        phrase,
      )?.[1]
    const relative =
      (last ? null : /^(.{3,60})的$/.exec(phrase))?.[1] ??
      (last ? /^(.{3,50}?的)(?=[^，]{0,10}(?:每|给予|发放|享受|增加|一次性|另外))/.exec(phrase)?.[1] : undefined)
    const order = last ? orderAhead.exec(phrase)?.[1] : undefined
    const several = last ? orderList.exec(phrase)?.[1] : undefined
    const served = last ? undefined : /^(?:为|给)([^，]{2,24}?)(?:免费|无偿)?(?:提供|开展|发放|购买)/.exec(phrase)?.[1]
    const named = last && until < clause.text.length ? ownSubject.exec(phrase)?.[1] : undefined
    const text =
      subject ??
      relative ??
      served ??
      several ??
      order ??
      named ??
      (/^(?:符合|生育|在.{2,20}(?:期间|内|机构|医院)|.{4,24}期间$)/.test(phrase) && !last ? phrase : undefined)
    return text === undefined
      ? []
      : [
          text
            .replace(/^\d{1,2}[.、．]/, '')
            .replace(dropHead, '')
            .replace(/的$/, ''),
        ]
  })
  const unique = [...new Set(found)].filter(
    (text, i, all) => text.length >= 2 && !all.some((other, j) => j > i && other.startsWith(text)),
  )
  return unique.length === 0 ? null : unique.join(';').slice(0, 120)
}

const budget =
  /(?:所需|补贴|补助|相关)?(?:经费|资金|费用)(?:[^，。；]{0,6}?)(?:列入|纳入|由|从)([^，。；]{2,24}?)(?:预算|解决|列支|承担|负担|安排|统筹解决|中支出)/
const fund =
  /由([^，。；]{2,16}?(?:基金|财政|单位|政府|中心|公司))(?:[^，。；]{0,10})?(?:支付|承担|负担|发放|给付|列支)/

/** Who pays, as the text says it near the number. */
export function writtenPayer(clause: Clause): string | null {
  const from = clause.sentence.indexOf(clause.text)
  const near = clause.sentence.slice(Math.max(0, from - 20), from + clause.text.length + 160)
  const match = budget.exec(near)
  if (match)
    return `${match[1] ?? ''}${/预算/.test(match[0]) ? '预算' : ''}`.replace(/^\^/, '').replace(/(?:统筹|中)$/, '')
  return fund.exec(near)?.[1] ?? null
}

/** Numbers that are conditions: ages, months of membership, years since the birth. */
export function thresholdOf(clause: Clause): Readonly<Record<string, number>> | null {
  const found: Record<string, number> = {}
  for (const at of [clause, ...before(clause, 3)]) {
    for (const { unit, value, start, end } of at.quantities) {
      if (typeof value !== 'number') continue
      const around = at.text.slice(Math.max(0, start - 4), start) + at.text.slice(end, end + 3)
      // `至其年满3周岁` is when it ends.
      if (
        /岁/.test(unit) &&
        (/[至到止][^，]{0,5}$/.test(at.text.slice(0, start)) || /^(?:止|为止)/.test(at.text.slice(end)))
      )
        continue
      if (/岁/.test(unit) && /不(?:得)?(?:超过|大于)$/.test(at.text.slice(0, start))) found['age_le'] = value
      else if (/岁/.test(unit)) found[/以下|未满|不满|之前|以前|前/.test(around) ? 'age_lt' : 'age_ge'] = value
      else if (unit === '个月' && /参加|参保|缴存|缴费|连续/.test(at.text)) found['months_ge'] = value
    }
  }
  return Object.keys(found).length > 0 ? found : null
}
