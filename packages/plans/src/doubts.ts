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
  return once(all).toSorted((a, b) => a.at.line - b.at.line || a.at.col - b.at.col)
}

/** The same doubt about the same words once; where a document writes all its brackets bare, one doubt for all. */
function once(all: readonly Doubt[]): readonly Doubt[] {
  const seen = new Set<string>()
  const bare = all.filter(({ code }) => code === 'bare-units')
  const [first] = bare
  return all.flatMap((doubt): readonly Doubt[] => {
    const key = `${doubt.code} ${doubt.at.line} ${doubt.at.col}`
    if (seen.has(key)) return []
    seen.add(key)
    if (doubt.code !== 'bare-units' || bare.length < 3) return [doubt]
    if (doubt !== first) return []
    return [
      {
        ...doubt,
        what: {
          zh: `${bare.length} 处括号里只有单位名，没有写牵头或责任：都按共同负责理解`,
          en: `${bare.length} brackets hold names only, no role: all are taken as joint`,
        },
      },
    ]
  })
}

const figureWords: Readonly<Record<string, string>> = {
  '年份承接分号前的句子，请核对': 'the year is taken over from before the semicolon; please check',
  '没有写明按什么给（每人、每月、一次性）': 'the text does not say per what it is given',
  '“每”后面可能脱字，请对照原文': 'a word seems to be missing behind 每; compare with the original',
  '这一列可能是现状，不是目标，请核对': 'this column may say where things stand; please check',
  '每千人口的这一项不是常见的说法，可能是托位，请核对':
    'this is no usual thing to count per thousand people; it may be nursery places: please check',
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
