import type { Line } from '../text/line.ts'
import { isoDateIn, isoDay } from './date-text.ts'
import { isOrgan, isSignatureDate, isTitle } from './line-kind.ts'
import { regularDocNumber } from './references.ts'
import { withoutSuffix } from './title.ts'

/** A law's head: the congress that passed or last amended it, and when. */
export function findPassing(top: readonly Line[]): { issuer: string | null; date: string | null } | null {
  let found: { issuer: string | null; date: string } | undefined
  for (const { text } of top) {
    if (text.length > 300 || !/^[（(]?(?:根据)?(?:19|20)\d\d年/.test(text) || !/通过|修正|修订|公布/.test(text))
      continue
    const dates = [...text.matchAll(/(?:20|19)\d\d年\d{1,2}月\d{1,2}日/g)]
    const date = isoDateIn(dates[dates.length - 1]?.[0] ?? '')
    const congress =
      /(?:第[一二三四五六七八九十]+届)?全国人民代表大会(?:常务委员会)?|[\p{Script=Han}]{2,8}?(?:第[一二三四五六七八九十]+届)?人民代表大会常务委员会|国务院/u.exec(
        text,
      )?.[0]
    if (date === null || (found && found.date > date)) continue
    found = {
      issuer:
        congress?.replace(/第[一二三四五六七八九十]+届/, '').replace(/^[年月日于经由]+/, '') ?? found?.issuer ?? null,
      date,
    }
  }
  return found ?? null
}

/** A day on a line of its own about the title, as in brackets below it. */
export function loneDate(top: readonly Line[], titleLines: readonly number[]): string | null {
  const first = top.findIndex(({ text }) => isTitle(withoutSuffix(text)))
  const days = top.flatMap(({ text }, i) => {
    const bare = text.replace(/^（(.*)）$/, '$1')
    return i > first && first >= 0 && isSignatureDate(bare) ? [{ i, day: isoDateIn(bare) }] : []
  })
  const last = titleLines.at(-1) ?? 0
  return (days.find(({ i }) => i > last) ?? days[0])?.day ?? null
}

/** Tables of a gazette: 成文日期, 文号, 发文单位. A day of posting is never the day of issue. */
export function findMetadata(lines: readonly Line[]): {
  issuer: string | null
  date: string | null
  datePublished: string | null
  number: string | null
} {
  const near = [...lines.slice(0, 40), ...lines.slice(-30)]
  const all = near.map(({ text }) => text).join('\n')
  const value = (label: string): string =>
    new RegExp(`(?:${label})[：:]?\\n?[：:]?([^\\n]{2,40})`).exec(all)?.[1]?.trim() ?? ''
  const day = (text: string): string | null => {
    const match = /(20\d\d)[-年.](\d{1,2})[-月.](\d{1,2})/.exec(text)
    return match ? isoDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
  }
  const issuer = value('制发机关|发文单位|发文机关|发布机构')
  const number =
    /([\p{Script=Han}]{2,12}[〔【[（(](?:20|19)\d\d[〕】\])）]第?\d+号)/u.exec(
      value('文件字号|发文字号|文件编号|文号'),
    )?.[1] ?? null
  return {
    issuer: isOrgan(issuer) ? issuer : null,
    date: day(value('成文日期|发文日期')),
    datePublished: day(value('发布时间|发布日期|公开日期')),
    number: regularDocNumber(number),
  }
}

const ownNumber = /^[（(]?([\p{Script=Han}]{1,12}[〔【[（(](?:20|19)\d\d[〕】\])）]第?\d+号)[）)]?$/u
const orderNumber = /^[（(]?([\p{Script=Han}]{0,20}令)(?:〔(?:20|19)\d\d〕)?第?(\d+)号[）)]?$/u

/** The document's own number stands on a line of its own. */
export function findNumber(lines: readonly Line[], first: number): string | null {
  for (const { text } of lines.slice(0, first)) {
    if (text.length > 40) continue
    const match = ownNumber.exec(text) ?? (orderNumber.test(text) ? [text, text.replace(/^[（(]|[）)]$/g, '')] : null)
    if (match) return regularDocNumber(match[1] ?? null)
  }
  return null
}
