import { disciplineBody, levelSign, organField, organHead, partyBody, placeSign, standsAlone } from './organ-words.ts'

/** Names of responsible units out of a list. */
export interface UnitList {
  readonly units: readonly string[]
  /** The separator before a name was lost in the source. */
  readonly missingSeparator: boolean
  /** Whether every name looks like a body's. */
  readonly sound: boolean
}

/** `盟发改委、卫健委，各旗人民政府` → 盟发改委, 盟卫健委, 各旗人民政府. */
export function readUnitList(text: string): UnitList {
  const { text: whole, found: missingSeparator } = restoreSeparators(text)
  const units: string[] = []
  for (const group of splitOutside(whole, '，；。')) {
    const names = piecesOf(group)
    const headed = shareHead(names)
    expandPrefixes(headed).forEach((name) => {
      if (!units.includes(name)) units.push(name)
    })
  }
  return { units, missingSeparator, sound: units.length > 0 && units.every((name) => organHead.test(name)) }
}

/** A new unit begins before 各市, 各县 …: `省应急厅各市州政府` has lost its separator. */
function restoreSeparators(text: string): { text: string; found: boolean } {
  const restored = text.replace(
    /(?<=[局委厅会办院部联室行司社])(?=各(?:市|州|县|区|旗|乡|镇|街|级|有关|地|盟|成员))/g,
    '、',
  )
  return { text: restored, found: restored !== text }
}

/** Cuts at any of the marks outside brackets. */
function splitOutside(text: string, marks: string): readonly string[] {
  const pieces: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? ''
    if (c === '（' || c === '〔') depth += 1
    else if (c === '）' || c === '〕') depth -= 1
    else if (depth <= 0 && marks.includes(c)) {
      pieces.push(text.slice(from, i))
      from = i + 1
    }
  }
  pieces.push(text.slice(from))
  return pieces
}

const leading = /^(?:由|和|及|与|等|以及|并由|其他由)/
const trailing = /(?:等(?:相关|有关|各)?(?:部门|单位|责任单位)?|分别|按职责分工|按职责|按照|共同|具体|会同|为)$/

/** The names between 、 and words for "and", where both sides can be a body's name. */
function piecesOf(group: string): readonly string[] {
  return splitOutside(group, '、')
    .flatMap(splitAtAnd)
    .map((piece) =>
      piece
        .trim()
        .replace(leading, '')
        .replace(trailing, '')
        .replace(/[：:.]$/, ''),
    )
    .filter((name) => (name.length >= 2 || /^[州县区市旗盟]$/.test(name)) && name.length <= 40)
}

/** `省财政厅及各市州政府`, `区妇联和团区委`: cut; `自然资源和规划局`, `党委和政府`: whole. */
function splitAtAnd(piece: string): readonly string[] {
  for (const match of piece.matchAll(/以及|会同|[和与及]/g)) {
    const left = piece.slice(0, match.index)
    const right = piece.slice(match.index + match[0].length)
    if (left.length < 2 || right.length < 2 || !organHead.test(left) || left.endsWith('党委')) continue
    if (beginsBody(right) && organHead.test(right)) return [left, ...splitAtAnd(right)]
  }
  return [piece]
}

function beginsBody(text: string): boolean {
  return (
    levelSign.test(text) ||
    standsAlone.test(text) ||
    organField.test(text) ||
    partyBody.test(text) ||
    placeSign.test(text) ||
    /^(?:妇联|工会|残联|总工会|科协)/.test(text)
  )
}

const sharedHead = /(?:管理委员会|管委会|人民政府|政府|办事处|党工委|局|委|厅|部门)$/

/** `各开发区、示范区管委会`: the head of the last name is that of those before it that have none of their own. */
function shareHead(names: readonly string[]): readonly string[] {
  const last = names[names.length - 1] ?? ''
  const head = sharedHead.exec(last)?.[0]
  if (head === undefined || names.length < 2) return names
  const each = last.startsWith('各') || (names[0]?.startsWith('各') ?? false)
  return names.map((name, i) => {
    if (i === names.length - 1) return name
    if (each && /(?:区|园区|县|市|州|盟|旗|乡|镇|街道)$/.test(name) && /管委会|政府|管理委员会/.test(head))
      return name + head
    const bare = name.replace(levelSign, '')
    if (!each && !organHead.test(name) && organField.test(bare)) return name + head
    return name
  })
}

/** Puts before a name what the names before it carried once for all. */
function expandPrefixes(names: readonly string[]): readonly string[] {
  let level = ''
  let each = false
  let above = ''
  return names.map((name) => {
    const whole = prefixed(name, { level, each, above })
    const sign = placeOrLevel(name)
    if (name.startsWith('各') || (each && ofEach.test(name))) each = true
    else if (sign !== '') {
      each = false
      // A place's full name does not change what later short names lean on.
      if (sign.length <= 3 || level === '') level = sign
    } else if (/^(?:人大|政协)/.test(name)) each = false
    above = whole
    return whole
  })
}

/** 各市、州、县人民政府: each of them. */
const ofEach = /^[市县区旗州盟](?:人民)?政府$/

interface Carried {
  readonly level: string
  readonly each: boolean
  readonly above: string
}

function prefixed(name: string, { level, each, above }: Carried): string {
  // 各乡（镇）党委、政府: the second is the same places' government. 各盟行政公署、市人民政府: each city's.
  if (each && /^(?:人民政府|政府|党委|管委会)$/.test(name))
    return above.replace(/(?:党工委|党委|人民政府|政府)$/, '') + name
  if (each && ofEach.test(name)) return `各${name}`
  if (each && !placeOrLevel(name) && !standsAloneHere(name)) return `各${name}`
  if (/[处科室]$/.test(name) && !organFieldWithLevel(name)) {
    const parent = /^(.*(?:工委|人大|政协|委|局|厅|办公室))[\p{Script=Han}]{2,}[处科室]$/u.exec(above)?.[1]
    if (parent !== undefined) return parent + name
  }
  if (level === '' || placeOrLevel(name) !== '' || standsAloneHere(name)) return name
  const place = level.replace(/[级直]$/, '')
  if (partyBody.test(name) && !/[局厅]$/.test(above) && /委/.test(above)) return `${place}委${name}`
  if (disciplineBody.test(name)) return `${place}${name}`
  return organHead.test(name) && name.length <= 14 ? `${place}${name}` : name
}

const organFieldWithLevel = (name: string): boolean => organField.test(name) || placeOrLevel(name) !== ''

/** The level or place a name begins with; 市场监管局 begins with none. */
function placeOrLevel(name: string): string {
  if (organField.test(name)) return ''
  const level = levelSign.exec(name)?.[0] ?? ''
  if (level !== '' && name.length > level.length) return level
  return placeSign.exec(name)?.[0] ?? ''
}

function standsAloneHere(name: string): boolean {
  return standsAlone.test(name) && !/^(?:乡镇|街道|镇街|基层|村|开发区)/.test(name)
}
