import { daysInMonth } from '../documents/date-text.ts'
import { placeOf } from '../text/line.ts'
import type { Deadline, Recurrent } from '../outline.ts'
import type { Clause } from './clause.ts'
import type { DateMention } from './dates.ts'
import { statistics } from './words.ts'

/** Headings of goals and of history: their dates are horizons, not obligations. */
export const goalHeading = /目标|指导思想|总体要求|总体思路|基本原则|一般要求|主要指标/
export const historyHeading = /背景|制定依据|起草|过程|必要性|来由/

/** Dated obligations of a clause. */
export function deadlinesOf(clause: Clause, following: readonly Clause[]): readonly Deadline[] {
  if (goalHeading.test(clause.sectionHeading) || statistics.test(clause.sentence)) return []
  // `自…起，符合…的，给予…`: what begins is the giving.
  const next = following.find(({ text }) => !text.endsWith('的')) ?? following[0]
  return clause.dates.flatMap((mention) => {
    if (mention.use !== 'by' && mention.use !== 'start') return []
    const own = actOf(clause, mention)
    const timing =
      /^(?:之?前)?完成）?$/.test(own) ||
      /完成时限|完成时间|时限/.test(clause.previous?.text ?? '') ||
      /完成时限|完成时间/.test(clause.text)
    const what = timing
      ? (clause.sectionHeading.split('/').at(-1) ?? '')
      : own.length >= 2 && !own.endsWith('的')
        ? own
        : (next?.text ?? own)
    if (what.length < 2 || clause.text.slice(0, mention.start).endsWith('每年')) return []
    return [
      {
        section: clause.section,
        what: what.slice(0, 60),
        date: mention.date,
        ...(mention.use === 'start' ? { start: true as const } : {}),
        ...(mention.yearless ? { doubt: '原文没有写年份，按前面的年份理解' } : {}),
        at: placeOf(clause.line, clause.start + mention.start, clause.start + mention.end),
      },
    ]
  })
}

/** What is to be done: the words behind the date, with their subject where they are only the verb and its number. */
function actOf(clause: Clause, mention: DateMention): string {
  if (clause.dates.length > 1 && clause.text.includes('分别')) return clause.text
  const behind = (clause.text.slice(mention.end).split(/、(?=20\d\d年)/)[0] ?? '').replace(/^[，、]/, '')
  const ahead = clause.text.slice(0, mention.start)
  return /^(?:要|应|须|均|都|力争|确保)?(?:达到|提高|提升|控制|降|增|不低于|不少于|稳定|保持|实现全覆盖)/.test(
    behind,
  ) && ahead.length > 1
    ? ahead + behind
    : behind
}

const recurring =
  /每半年|每季度|每两年|每三年|每五年|每\d年|每年度?(?!龄|增长|均)|每个?月|每周(?!\d|[一二三四五]天|岁)|每旬|每学期|每天|半年一次|一年一次|按月|按季度?|按年度?|周(?=探访|巡访|调度)|月(?=调度|通报|报告)|季度?(?=调度|通报)|年度(?=报告|评估|考核|通报|总结|体检)|年(?:底|终|末)(?=(?:前)?(?:组织|开展|进行)[^，]{0,6}(?:考核|评估|总结))|定期或不定期|定期或者不定期|定期、?不定期|不定期|定期|适时|逐年/g

const doing =
  /开展|报告|召开|研究|督查|督导|检查|抽查|评估|考核|通报|调度|培训|演练|监测|筛查|统计|分析|总结|汇总|上报|报送|公布|公示|发布|调整|举办|组织|走访|探访|巡访|随访|会商|会议|汇报|申报|评选|推进|宣传|回访|更新|复核|核查|年审|探视|慰问|建成|建设|编制|自查|审核(?!完)|审批|核定|打卡|集中发放|发放一|兑现|拨付|结算|完成|推送|比对|归集|落实|督促|监督|跟踪|选派|审计|巡视|体检|听取|报(?=[省市县区盟旗])/
const givenEvery = /元|补贴|津贴|育儿假|护理假|产假|保教费|减免|扣除|领取|申领|续领|计发|发放(?!情况)/

/** Work that comes round: its period, its day, who and to whom, as far as the text says. One for each word of period. */
export function recurrentOf(clause: Clause): readonly Recurrent[] {
  const { text } = clause
  const listed = rhythmsOf(clause)
  if (listed.length > 1) return listed
  const found: Recurrent[] = []
  for (const match of text.matchAll(recurring)) {
    const behind = text.slice(match.index + match[0].length)
    const ahead = text.slice(0, match.index)
    if (givenEvery.test(text) && !/^(?:定期|不定期|适时)/.test(match[0]) && !handled.test(text)) continue
    // `每年按一定比例，对补贴对象进行抽查`: the work stands in the next clause.
    const elsewhere = workElsewhere.test(behind) && !doing.test(behind)
    const work = elsewhere ? textBehind(clause) : behind
    if (!isWork(match[0], ahead, work)) continue
    // `领导干部每季度、村干部每月走访`: two who do the same at times of their own.
    if (found.length > 0 && !(ahead.includes('、') && found.every(({ period }) => period !== periodName(match[0]))))
      break
    const due = dueOf(text)
    const duty = dutyOf(ahead, clause)
    const to =
      /向([^，]{2,20}?)(?:报告|汇报|通报|报送)|报([^，告送备批表数]{2,14}?)(?:备案)?$/.exec(behind) ??
      /汇总后报([^，。]{2,14})/.exec(clause.sentence)
    found.push({
      section: clause.section,
      what: (work.replace(/^[，、的]/, '') || ahead)
        .replace(/^\d{1,2}月(?:\d{1,2}日|底)?(?:之?前)?(?:要|应|须)?/, '')
        .slice(0, 40),
      period: periodName(match[0]),
      ...(due ? { due } : {}),
      ...(duty ? { duty } : {}),
      ...(to ? { to: (to[1] ?? to[2] ?? '').replace(/^的/, '') } : {}),
      at: placeOf(clause.line, clause.start, clause.end),
    })
  }
  return found.length > 0 ? found : yearly(clause)
}

/** `每年按一定比例，…`, `每年12月20日前，…`: only when or how; what is done stands in the next clause. */
const workElsewhere =
  /^(?:按[^，]{0,14}|(?:的)?(?:\d{1,2}月(?:\d{1,2}日|底|末|中旬|上旬)?|年底|年末|年初|第?[一二三四]季度末?|末)?(?:之?前|以前|内)?)$/

/** What of the giving is work of its own: to hand out in batches, to report, to check. */
const handled =
  /报告|报送|上报|通报|抽查|检查|评估|督查|公示|统计|核查|汇总|筛查|审计|集中发放|发放一[次批]|拨付给|发放一批/

/** The beginning of what follows the clause in its sentence. */
function textBehind(clause: Clause): string {
  const at = clause.sentence.indexOf(clause.whole)
  return at < 0 ? '' : clause.sentence.slice(at + clause.whole.length + 1, at + clause.whole.length + 61)
}

/** `12月5日前报送全年总结`: a day without a year, and what is handed in tells of a whole year. */
function yearly(clause: Clause): readonly Recurrent[] {
  const { text } = clause
  const day = /(?:^|[于在])\d{1,2}月(?:\d{1,2}日|底|末)之?前/.exec(text)
  const work = day ? text.slice(day.index + day[0].length) : ''
  if (!day || clause.dates.length > 0 || !/报送|报告|上报|提交/.test(work) || !/全年|年度|年终/.test(work)) return []
  const due = dueOf(`每年${day[0].replace(/^[于在]/, '')}`)
  const at = placeOf(clause.line, clause.start, clause.end)
  return [{ section: clause.section, what: work.slice(0, 40), period: '每年', ...(due ? { due } : {}), at }]
}

const rhythm =
  /^(每月|每季度?|每半年|每年|每周|半年|年终|年底|年中|月|季度?|周|年度?|日)(调度|通报|报告|考核|评估|督查|督导|例会|会商|巡查|总结|分析|监测|检查|点评|研判|观摩|比对|报送|小结|考评)/

/** `每月调度、每季通报、年终考核`: one duty a piece. */
function rhythmsOf(clause: Clause): readonly Recurrent[] {
  let from = 0
  return clause.text.split(/[、和]/).flatMap((piece) => {
    const start = from
    from += piece.length + 1
    const words = (piece.split('”')[0] ?? piece)
      .replace(/[“”"‘’]/g, '')
      .replace(/^[^、]{0,30}?(?:建立|实行|坚持|落实|执行|按照|严格)+(?=.{3})/, '')
      .replace(/^[\p{Script=Han}]{2,16}?(?=每(?:月|季|年|周|半年))/u, '')
    const match = rhythm.exec(words)
    if (!match) return []
    const place = clause.start + start
    return [
      {
        section: clause.section,
        what: (match[2] ?? '') + words.slice(match[0].length),
        period: /^(?:年终|年底|年中|年度?)$/.test(match[1] ?? '')
          ? '每年'
          : periodName((match[1] ?? '').replace(/^每季$/, '季').replace(/^半年$/, '半年一次')),
        at: placeOf(clause.line, place, place + piece.length),
      },
    ]
  })
}

function isWork(word: string, ahead: string, behind: string): boolean {
  const around = ahead.slice(-20) + behind.slice(0, 40)
  if (word === '逐年' || /^[^，]{0,10}后$/.test(behind)) return false
  if (
    word.startsWith('每') &&
    /^(?:\d|[一二三四五六七八九十两])(?:天|小时|元|名|人|个托|个孩)/.test(behind) &&
    !doing.test(behind)
  )
    return false
  if (/^每(?:天|日)/.test(word)) return false
  // `年度考核和评先评优不再…`: a name, unless somebody does it.
  if (word === '年度')
    return /(?:开展|实行|建立|进行|实施|组织|形成|提交|落实)[^，]{0,10}$/.test(ahead) && doing.test(behind.slice(0, 8))
  if (/^按(?:月|季|年)/.test(word)) return doing.test(behind.slice(0, 12)) && !/比例|标准/.test(behind.slice(0, 8))
  if (/定期|适时/.test(word)) return /制度|机制/.test(behind) || doing.test(around)
  return doing.test(around)
}

function dueOf(text: string): string | null {
  const day = /(?:每年|年度|年)(?:[^，\d]{0,6})(\d{1,2})月(?:(\d{1,2})日|(底|末|初)?)?(?:之?前|以前)?/.exec(text)
  if (!day) return /每年(?:的)?年(?:底|末)/.test(text) ? '12-31' : null
  const month = Number(day[1])
  if (month < 1 || month > 12) return null
  const last = daysInMonth(2001, month)
  const date = day[2] === undefined ? (day[3] === '初' ? 1 : last) : Number(day[2])
  return `${String(month).padStart(2, '0')}-${String(Math.min(Math.max(date, 1), last)).padStart(2, '0')}`
}

/** Who does it: the subject before the word of period, or that of the clause before. */
function dutyOf(ahead: string, clause: Clause): string | null {
  const own = ahead.replace(/^(?:并|同时|其中)/, '').replace(/(?:要|应当?|须|需|将|至少|于|可)+$/, '')
  if (
    own.length >= 2 &&
    own.length <= 40 &&
    /(?:部门|单位|政府|党委|委|局|办|街道|乡镇|机构|会议|协会|小组|级|省|市|区|县|旗)$/.test(own)
  )
    return own
  const previous = clause.previous?.text ?? ''
  const subject =
    /发挥([\p{Script=Han}]{4,20}?(?:机构|协会|小组|会议))(?:的)?作用/u.exec(previous)?.[1] ??
    /(?:指导|督促|组织)([\p{Script=Han}]{2,12}?(?:机构|单位|部门|学校))/u.exec(previous)?.[1]
  return subject ?? null
}

function periodName(word: string): string {
  if (/^定期或?者?、?不定期/.test(word)) return '定期或不定期'
  switch (word) {
    case '定期':
    case '不定期':
      return '定期(未定周期)'
    case '周':
      return '每周'
    case '月':
    case '每个月':
    case '按月':
      return '每月'
    case '季':
    case '季度':
    case '按季':
    case '按季度':
      return '每季度'
    case '年底':
    case '年终':
    case '年末':
    case '年度':
    case '每年度':
    case '一年一次':
    case '按年':
    case '按年度':
      return '每年'
    case '半年一次':
      return '每半年'
    default:
      return word
  }
}
