import type { Clause } from './clause.ts'
import type { Quantity } from './quantity.ts'

const verbs =
  '≥|≤|均|都|要|应|须|需|必须|原则上|力争|争取|确保|至少|不低于|不少于|不超过|不早于|不晚于|达(?!标)到?|保持|保持在|控制在?|稳定|稳定在|维持在|提高|提升|提高到|提升到|提高至|提升至|增加到?|增至|增长到|下降到?|降低到?|降至|降到|下降至|实现|完成|建成|建有|建设|建立|设立|设置|成立|组建|新建|改扩建|扩建|打造|创建|培育|配备|配置|拥有|要有|有|新增|增加|开设|开办|开展|举办|改造|申报|提供|确定|按照|按|为|在|到|分别|左右|超过|占|每年|年均|累计'
const tail = new RegExp(`(?:${verbs})+$`)
const head = new RegExp(`^(?:${verbs}|将|把|使|其中|全面|努力|积极|推动|推进|，)+`)
const dateHead =
  /^(?:力争|争取|确保)?(?:到|在|至|截至)?(?:20\d\d年(?:底|末|度)?(?:\d{1,2}月)?(?:之?前)?|[一二三四五两]年(?:之?内|间)|每?年内|[“"]?十[四五六]五[”"]?(?:规划)?(?:期末|末|期间|时期)(?:内)?)(?:起|开始)?[，,]?(?:每年)?/
const scopeHead =
  /^(?:全[区市县盟省州旗域]|我[区市县盟省州旗]|各[区市县旗]|(?:区|市|县|省|盟)级(?!及?以上)|每(?![千百万])个?[\p{Script=Han}（）、]{1,10}?(?=至少|必须|建|要|都|均|有|设|打造|配))/u

/** What the number counts or measures: words before it, or behind it where a verb stands before. */
export function indicatorOf(clause: Clause, quantity: Quantity | null): string {
  const text = clause.text
  if (quantity === null) return tidy(text.replace(dateHead, '')).slice(0, 40)
  const own = ownWords(clause, quantity)
  const ahead = tidy(own.replace(tail, ''))
  const behind = text
    .slice(quantity.end)
    .replace(/^(?:（含）)?(?:及|或)?(?:以上|以下|以内|左右|的)+/, '')
    .split(/[，；]|(?:、|和|以及|，并|并)(?=\d|至少)|(?<=.{2})(?:负责|开展|承担|用于|从事)/)[0]
  const noun = tidy((behind ?? '').replace(/的$/, ''))
  if (/^每?[千百万]/.test(ahead) && ahead.length <= 6 && noun.length >= 2) return ahead + noun
  if (verbAtEnd(own) && noun.length >= 2) return noun
  if (ahead.length >= 2) return ahead
  if (noun.length >= 2) return noun
  const later = sharedNoun(clause, quantity)
  if (later !== null) return later
  const whole = tidy(text.replace(dateHead, '')).slice(0, 40)
  if (whole.length > quantity.text.length + 2 && !/^每[天日周月年]/.test(whole)) return whole
  // `占比达到35%，2027年达到50%`: it is the indicator of the clause before.
  const { previous } = clause
  const same = previous?.quantities.find(({ unit }) => unit === quantity.unit)
  const before = previous === null ? '' : same ? indicatorOf(previous, same) : tidy(previous.text)
  return before.length >= 2 ? before : whole
}

/** `每个乡镇配备不少于2名、每个村配备1名工作人员`: the noun stands behind the last number only. */
function sharedNoun(clause: Clause, quantity: Quantity): string | null {
  if (clause.whole === clause.text || quantity.unit === '') return null
  const behind = clause.whole.slice(clause.whole.indexOf(clause.text) + clause.text.length)
  const match = new RegExp(`\\d(?:${quantity.unit})([\\p{Script=Han}]{2,16})$`, 'u').exec(behind)
  return match?.[1] ?? null
}

/** What stands before a number, behind the one before it: nothing, where only 和 stands between (`中心1所和…中心1所` aside). */
function ownWords(clause: Clause, quantity: Quantity): string {
  const earlier = clause.quantities.findLast(({ end, unit }) => end <= quantity.start && unit !== '岁')
  const between = earlier ? clause.text.slice(earlier.end, quantity.start) : ''
  if (/^[\p{Script=Han}（）“”]{2,}(?:和|及|以及|、)(?:至少|各)?$/u.test(between)) return ''
  return lastPart(clause.text.slice(0, quantity.start).replace(dateHead, ''))
}

/** Numbers in one clause divide it: `托位5个、学位20个`. */
function lastPart(text: string): string {
  return text.split(/(?<=\d[^、]{0,6})、|(?<=\d[^、]{0,3})(?:和|及)/).at(-1) ?? text
}

const verbAtEnd = (text: string): boolean =>
  /(?:建成|建有|建设|建立|设立|设置|成立|组建|新建|改扩建|扩建|打造|创建|培育|配备|配置|配套|要有|均有|都有|有|新增|增加|开设|开办|举办|改造|申报|确定|完成|培训|培养|招聘|引进|评选|至少|不少于|配)$/.test(
    text.replace(/(?:至少|不少于|不低于|约|近|达到?|共|总计|累计)+$/, ''),
  ) || text === ''

function tidy(text: string): string {
  return text
    .replace(dateHead, '')
    .replace(head, '')
    .replace(scopeHead, '')
    .replace(head, '')
    .replace(/^、/, '')
    .replace(/(?:20\d\d年(?:底|末)?(?:前)?|(?<=.{3})每[周天日年月])$/, '')
    .replace(/^每个?(?:村|社区|乡镇|镇|街道|县|区|班|园|机构|[天日周月年])$/, '')
    .replace(head, '')
    .replace(/^[、和及与，的”]+|[、和及与，的“]+$/g, '')
    .replace(/^\d{1,2}）/, '')
    .replace(/[由从]\d[^，]{0,6}?(?:增加|提高|扩大|增)[至到]?$/, '')
    .replace(/^“([^”]*)$|^([^“]*)”$/, '$1$2')
    .slice(-40)
}

/** 全区, 每个乡镇, 各区县: where the number holds. */
export function scopeOf(clause: Clause): string | undefined {
  const text = `${clause.previous && !clause.afterSemicolon && clause.previous.text.length < 16 ? clause.previous.text : ''}${clause.text}`
  return /全[区市县盟省州旗域](?!面)|每(?![千百万年月周日季天])个?[\p{Script=Han}（）、]{1,10}?(?=至少|必须|原则上|建|要|都|均|有|设|打造|配|确保|拥|完成)|各[\p{Script=Han}（）、]{1,8}?(?=至少|要|都|均|建|确保|原则上)|所有[\p{Script=Han}（）、]{1,12}?(?=至少|要|都|均|确保|建)|(?:区级|市级|县级|省级|省市县三级)(?=至少|原则上|建|均)|乡镇（街道）(?=至少|建|要)/u.exec(
    text,
  )?.[0]
}

/**
 * Names of several indicators that share their number or take the numbers in order: `A率、B率分别…`, `A和B均…`; where
 * the numbers `follow` on each other (`A率、B率控制在8/10万、3‰以下`) 分别 may be missing.
 */
export function indicatorList(
  text: string,
  until: number,
  follow = false,
): { names: readonly string[]; each: 'shared' | 'in-order' } | null {
  const match =
    /^(.*?)(?:均|都|分别|各(?=(?:不少于|不低于|至少|有|建|配|设)?$))(?!衡)/.exec(text.slice(0, until)) ??
    (follow ? /^(.*?)(?:稳定|控制|保持|维持|达到?|降至|降到|提高|下降)/.exec(text.slice(0, until)) : null)
  if (!match) return null
  const list = (match[1] ?? '')
    .replace(dateHead, '')
    .replace(/^.*?(?:确保|实现|推动|促进|其中|使)(?=[\p{Script=Han}]{3,})/u, '')
  const names = list
    .replace(/（[^（）]*）/g, (bracket) => bracket.replaceAll('、', '\u0000'))
    .split(/[、]|和(?!健康|谐)|以及|及(?!其|时|早)|与/)
    .map((name) => name.replaceAll('\u0000', '、'))
    .map((name) => tidy(name))
    .filter((name) => name.length >= 2)
  if (names.length < 2 || /^每(?![千百万])/.test(list)) return null
  const suffix = /(?:系统管理率|健康管理率|死亡率|筛查率|覆盖率|入园率|占比|率)$/.exec(names.at(-1) ?? '')?.[0] ?? ''
  const whole = names.map((name) => (suffix !== '' && !/(?:率|比|比例|数)$/.test(name) ? name + suffix : name))
  return { names: whole, each: follow || text.slice(0, until).includes('分别') ? 'in-order' : 'shared' }
}
