import type { TextPart } from './parts.ts'
import type { Line } from '../text/line.ts'
import { isAnnexMark, isFurniture, isLead, isOrgan, isSignatureDate, isTitle } from './line-kind.ts'

const footer =
  /^(?:主办单位|承办单位|主办：|版权所有|联系方式|联系我们|关于我们|关于本站|相关(?:新闻|稿件|链接|解读|阅读|附件|文档)|扫一扫|【?打印|【?字体|地址[：:]|网站地图|网站声明|上一篇|下一篇|附件下载|附件[：:]?$|新闻资讯|抄送|〔?打印|责任编辑|编辑[：:]|分享到|返回顶部|点击查看|当前位置|首页|党政机关|技术支持|E-mail|索引号|发文单位|印发时间)|版权所有|ICP备|网安备|公网安备|网站标识码/

/** Whether a line below the text belongs to the site, not to the document. */
export function isFooter(text: string): boolean {
  return footer.test(text)
}

/** Index of the last line that belongs to the document. */
export function lastLineOf(lines: readonly Line[], lastHeading: number): number {
  for (let i = lastHeading + 1; i < lines.length; i += 1)
    if (isFooter(lines[i]?.text ?? '')) return lastText(lines, i - 1, lastHeading)
  return lastText(lines, lines.length - 1, lastHeading)
}

function lastText(lines: readonly Line[], from: number, least: number): number {
  let i = from
  while (i > least && (lines[i]?.text ?? '') === '') i -= 1
  return i
}

/** Index of the paragraph that opens a text: it names what the text carries out. Null where there is none. */
export function leadIndex(lines: readonly Line[], first: number, after = -1): number | null {
  for (let i = first - 1; i > after && i >= first - 12; i -= 1) if (isLead(lines[i]?.text ?? '')) return i
  for (let i = first - 1; i > after && i >= first - 12; i -= 1) {
    const text = lines[i]?.text ?? ''
    if (/^(?:为|根据|按照)/.test(text) && text.length > 30) return i
  }
  return null
}

/** A report about a plan names the plan's parents in its first section. */
export function leadWithin(lines: readonly Line[], first: number): number | null {
  const own = lines.slice(first, first + 3).findIndex(({ text }) => /^(?:为|根据)/.test(text) && text.includes('《'))
  return own < 0 ? null : first + own
}

/** Where the last section of a text ends: at the next text's annex mark, title, notice or lead. */
function endOfPart(lines: readonly Line[], lastHeading: number, next: TextPart | undefined, end: number): number {
  const nextFirst = next?.headings[0]?.at
  if (nextFirst === undefined) {
    for (let i = lastHeading + 1; i <= end; i += 1)
      if (isAnnexMark(lines[i]?.text ?? '') || isSignature(lines, i)) return i
    return end + 1
  }
  for (let i = lastHeading + 1; i < nextFirst; i += 1) {
    const text = lines[i]?.text ?? ''
    if (isAnnexMark(text) || isLead(text) || (isTitle(text) && !isFurniture(text)) || isSignature(lines, i)) return i
  }
  return leadIndex(lines, nextFirst, lastHeading) ?? nextFirst
}

/** Where a text ends: behind the section of its last heading. */
export function endOfLast(lines: readonly Line[], part: TextPart, next: TextPart | undefined, end: number): number {
  return endOfPart(lines, part.headings[part.headings.length - 1]?.at ?? 0, next, end)
}

/** An organ's name with a date under it closes a text. */
function isSignature(lines: readonly Line[], i: number): boolean {
  const text = lines[i]?.text ?? ''
  if (isSignatureDate(text)) return true
  if (!isOrgan(text) || text.length > 30) return false
  return lines.slice(i + 1, i + 5).some((line) => isSignatureDate(line.text))
}
