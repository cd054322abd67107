/** What a line is by its look alone. Each test reads one line's clean text. */

const documentEnd =
  /(?:方案|措施|意见|规划|办法|汇报|报告|条例|规定|细则|计划|决定|规范|要点|清单|制度|指南|通知|公告|政策|举措|若干条|法)(?:（[^）]{1,14}）)?(?:的?(?:通知|汇报|报告|解读|函|公告|批复|政策解读))?$/
const furniture =
  /来源|发布时间|发布日期|编辑|作者|时间：|浏览|字体|字号|打印|分享|首页|当前位置|您的位置|您现在|索引号|主题分类|有效性|公开方式|时效|关键词|点击|下载|会员|搜索|登录|加入收藏/
const organEnd =
  /(?:委员会|人民政府|行政公署|行署|办公室|办公厅|委|局|厅|部|小组|领导小组|指挥部|管委会|政府|党委|工委|法院|检察院|中心|总工会|协会)$/

/** A line such as 附件, 附件1, 附件2：…. */
export function isAnnexMark(text: string): boolean {
  return (
    /^附(?:件|录|表)(?:[一二三四五六七八九十\d]{1,2})?(?:[：:]|$|(?=[\p{Script=Han}]))/u.test(text) && text.length <= 60
  )
}

/** The paragraph that opens a text and names what it carries out. */
export function isLead(text: string): boolean {
  return (
    text.length > 30 &&
    /^(?:近日|近期)?[，,]?(?:为了?|根据|按照|依据|遵照)/.test(text) &&
    /制定|制订|提出|实施方案|如下|措施|意见|办法|通知/.test(text)
  )
}

/** The name of a document on a line of its own. */
export function isTitle(text: string): boolean {
  return (
    text.length >= 4 &&
    text.length <= 70 &&
    documentEnd.test(text) &&
    !/[。；！？]|，.*，|^[·•*]|^-|^第[一二三四五六七八九十]+(?:部分|章|节|篇|条)/.test(text) &&
    !furniture.test(text)
  )
}

/** Site furniture: paths, dates of posting, buttons. */
export function isFurniture(text: string): boolean {
  return furniture.test(text)
}

/** The name of an issuing body, or several behind each other. */
export function isOrgan(text: string): boolean {
  return text.length >= 3 && text.length <= 60 && organEnd.test(text) && !/[，。：；]/.test(text)
}

const arabicDate = /(20\d\d|19\d\d)年(\d{1,2})月(\d{1,2})日/
const dottedDate = /(20\d\d)[.．](\d{1,2})[.．](\d{1,2})(?!\d)/
const chineseDate = /([一二三四五六七八九〇零○O0]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/

/** A line that is only a date, as under a signature. */
export function isSignatureDate(text: string): boolean {
  return (
    text.length <= 16 && [arabicDate, chineseDate, dottedDate].some((date) => new RegExp(`^${date.source}$`).test(text))
  )
}

export const datePatterns = { arabic: arabicDate, dotted: dottedDate, chinese: chineseDate } as const
