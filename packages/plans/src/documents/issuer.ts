import type { Line } from '../text/line.ts'
import { isOrgan, isTitle } from './line-kind.ts'
import { namesBetweenGaps } from './signature.ts'
import { previousText, withoutSuffix } from './title.ts'

/** `中共某市委 某市人民政府关于…`, `某区人民政府办公室关于印发…`: who issues stands before 关于, in the plan's title or its notice's. */
export function titleIssuer(top: readonly Line[], titleLines: readonly number[]): string | null {
  const [first] = titleLines
  const heads = first === undefined ? [] : [...top.slice(0, first).toReversed(), ...top.slice(first, first + 1)]
  const own = titleLines.flatMap((i) => top[i] ?? []).map(withGaps)
  const titles = [own.join(''), ...heads.map(withGaps)]
  for (const title of titles) {
    if (!isTitle(withoutSuffix(title))) continue
    const words = /^《?([^《》]{4,60}?)(?:关于|印发)/.exec(title)?.[1]?.trim() ?? ''
    const names = words.split(
      / |、|(?<=市委|省委|县委|区委|旗委|盟委|州委|委员会)(?=[\p{Script=Han}]{2,12}(?:政府|行署)$)/u,
    )
    if (names.every((name) => issuing.test(name) && isOrgan(name))) return names.join(' ')
  }
  return null
}

const issuing = /(?:委员会|[省市县区旗盟州]委|政府|行署|公署|办公室|办公厅|局|厅|卫生健康委)$/

/** News: 近日，X、Y印发《…》; a title: X关于印发《…》. */
export function announcedIssuer(top: readonly Line[], title: string | null): string | null {
  const about = title === null ? '' : title.slice(0, 12)
  for (const line of top) {
    const text = withGaps(line)
    const match =
      /(?:^|[，。；：]|近日|近期|日前)((?:中共|中国共产党)?[\p{Script=Han}、 ]{3,60}?)(?:关于)?(?:联合)?(?:印发|制定|出台)了?《/u.exec(
        text,
      )
    if (match && line.text.includes(about)) {
      const names = (match[1] ?? '')
        .replace(/(?:联合|共同|关于)$/, '')
        .split(/[、 ]|会同|和(?=[\p{Script=Han}]{2,6}(?:厅|局|委|政府))/u)
      if (names.every(isOrgan)) return names.join(' ')
    }
  }
  return null
}

/** The text with a space where the source had one. */
function withGaps(line: Line): string {
  if (line.gaps.size === 0) return line.text
  return Array.from({ length: line.text.length }, (_, i) => (line.gaps.has(i) ? ' ' : '') + (line.text[i] ?? '')).join(
    '',
  )
}

/** Names of organs on the line above the title, without the word 关于. */
export function organAbove(top: readonly Line[], title: number | undefined): string | null {
  const at = title === undefined ? null : previousText(top, title)
  const line = at === null ? undefined : top[at]
  if (!line) return null
  const names = namesBetweenGaps(line)
  return names.length > 0 &&
    names.every((name) => isOrgan(name) || /^[\p{Script=Han}]{3,12}(?:总局|中央|部|委|局)$/u.test(name))
    ? names.join(' ')
    : null
}
