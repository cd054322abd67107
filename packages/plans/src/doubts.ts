import type { Head } from './documents/head.ts'
import type { PlaceNamed } from './documents/region.ts'
import type { Doubt, OtherNumber, Reference } from './outline.ts'
import { otherDoubts } from './figures/other-numbers.ts'
import { placeOf, type At, type Line } from './text/line.ts'

/** Everything a person should look at, in the order of the text. */
export function doubtsOf(options: {
  readonly read: readonly Doubt[]
  readonly garbled: readonly At[]
  readonly pageNumbers: readonly At[]
  readonly cites: readonly Reference[]
  readonly figures: readonly { readonly section: string; readonly at: At; readonly doubt?: string }[]
  readonly other: readonly OtherNumber[]
  readonly head: Head
  readonly place: PlaceNamed
  readonly lines: readonly Line[]
}): readonly Doubt[] {
  const { read, garbled, pageNumbers, cites, figures, other } = options
  const all: Doubt[] = [
    ...headDoubts(options.head, options.place, options.lines),
    ...read,
    ...garbled.map((at): Doubt => ({
      code: 'garbled',
      what: { zh: '文字损坏，请对照原文', en: 'damaged characters; compare with the original' },
      section: null,
      at,
    })),
    ...pageNumbers.map((at): Doubt => ({
      code: 'page-number',
      what: { zh: `“${at.quote}”像页码，不作标题`, en: `${at.quote} looks like a page number, not a heading` },
      section: null,
      at,
    })),
    ...cites.flatMap(({ doubt, at }): Doubt[] =>
      doubt === undefined
        ? []
        : [
            {
              code: 'open-title',
              what: { zh: doubt, en: 'the title never closes; cut at the first stop' },
              section: null,
              at,
            },
          ],
    ),
    ...figures.flatMap(({ doubt, at, section }): Doubt[] =>
      doubt === undefined
        ? []
        : [{ code: 'figure', what: { zh: doubt, en: figureWords[doubt] ?? 'please check this figure' }, section, at }],
    ),
    ...other.flatMap(({ doubt, at, section }): Doubt[] =>
      doubt === undefined
        ? []
        : doubt === otherDoubts.blank.zh
          ? [{ code: 'left-blank', what: otherDoubts.blank, section, at }]
          : [{ code: 'unread-number', what: otherDoubts.unread, section, at }],
    ),
  ]
  return all.toSorted((a, b) => a.at.line - b.at.line || a.at.col - b.at.col)
}

const figureWords: Readonly<Record<string, string>> = {
  '年份承接分号前的句子，请核对': 'the year is taken over from before the semicolon; please check',
  '没有写明按什么给（每人、每月、一次性）': 'the text does not say per what it is given',
  '“每”后面可能脱字，请对照原文': 'a word seems to be missing behind 每; compare with the original',
  '原文没有写年份，按前面的年份理解': 'no year is written; that of the date before is taken',
}

function headDoubts(head: Head, place: PlaceNamed, lines: readonly Line[]): readonly Doubt[] {
  const national = /国家|国务院|全国|中央/.test(head.issuer ?? '')
  const [first] = lines
  if (!first) return []
  const index = head.titleLines[0] ?? head.leadLine
  const line = (index === null || index === undefined ? undefined : lines[index]) ?? first
  const at = placeOf(line, 0, Math.min(line.text.length, 40))
  const doubts: Doubt[] = []
  if (head.title === null)
    doubts.push({
      code: 'no-title',
      what: { zh: '没有找到方案的题目', en: 'the plan’s title was not found' },
      section: null,
      at,
    })
  if (head.issuer === null)
    doubts.push({
      code: 'no-issuer',
      what: { zh: '原文没有写发文机关', en: 'the text names no issuing body' },
      section: null,
      at,
    })
  if (place.code === null && !national)
    doubts.push({
      code: 'no-region',
      what: { zh: '不能确定是哪个地方的方案', en: 'it is not certain which place the plan is for' },
      section: null,
      at,
    })
  return doubts
}
