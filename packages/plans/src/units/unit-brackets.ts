import { readBareUnits, readUnitStatement, type UnitStatement } from './unit-statement.ts'

/** A statement of responsible units with where it stands in the clean text, brackets included, end exclusive. */
export interface PlacedUnits extends UnitStatement {
  readonly start: number
  readonly end: number
  /** Offsets of the text inside. */
  readonly innerStart: number
  readonly innerEnd: number
}

const pairs: Readonly<Record<string, string>> = { '（': '）', '【': '】', '〔': '〕', '［': '］' }

interface Bracket {
  readonly start: number
  readonly end: number
}

/** Outermost brackets of a text; one that never closes reaches to the end of the text. */
function bracketsOf(text: string): readonly Bracket[] {
  const found: Bracket[] = []
  let depth = 0
  let start = 0
  let closing = ''
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? ''
    if (depth === 0) {
      const pair = pairs[c]
      if (pair !== undefined) {
        depth = 1
        start = i
        closing = pair
      }
    } else if (pairs[c] === closing) depth += 1
    else if (c === closing) {
      depth -= 1
      if (depth === 0) found.push({ start, end: i + 1 })
    }
  }
  if (depth > 0) found.push(...unclosed(text, start))
  return found
}

/** Behind a bracket that never closes the others still count. */
function unclosed(text: string, start: number): readonly Bracket[] {
  if (/^.(?:责任|牵头|配合|落实)(?:单位|部门)/.test(text.slice(start, start + 8))) return [{ start, end: text.length }]
  const rest = /（[^（）]*）/g
  rest.lastIndex = start + 1
  return [...text.slice(start + 1).matchAll(/（[^（）]*）/g)].map((match) => ({
    start: start + 1 + match.index,
    end: start + 1 + match.index + match[0].length,
  }))
}

const openLabel =
  /(?:^|[。；！])((?:(?:牵头|主责|责任|配合|参与|落实|实施|协办)(?:和责任|及责任)?(?:单位|部门|主体)[：:][^。！]{2,300}?[。；]?)+)$/

/** All statements of responsible units of a line, in order: in brackets, or as its last words. */
export function unitsOf(text: string): readonly PlacedUnits[] {
  const found = bracketsOf(text).flatMap(({ start, end }): PlacedUnits[] => {
    const innerEnd = end > start + 1 && isClosing(text[end - 1]) ? end - 1 : end
    const inner = text.slice(start + 1, innerEnd)
    const closes = end >= text.length || /^[。；]?$/.test(text.slice(end, end + 2))
    const units = readUnitStatement(inner) ?? (closes ? readBareUnits(inner) : null)
    if (!units || !endsSentence(text, start, end)) return []
    return [{ ...units, start, end, innerStart: start + 1, innerEnd }]
  })
  const open = openLabel.exec(text.slice(-800))
  if (!open) return found
  const inner = open[1] ?? ''
  const start = text.length - inner.length
  if (found.some((bracket) => bracket.end > start)) return found
  const units = readUnitStatement(inner)
  return units ? [...found, { ...units, start, end: text.length, innerStart: start, innerEnd: text.length }] : found
}

const isClosing = (c: string | undefined): boolean => c === '）' || c === '】' || c === '〕' || c === '］'

/** A bracket in mid-phrase, such as 各乡镇（街道）负责…, explains a word; one of units closes what it governs. */
function endsSentence(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end)
  if (/牵头|责任单位|责任部门|按职责|按照职责|配合单位/.test(inner)) return true
  const before = text[start - 1] ?? '。'
  const after = text[end] ?? '。'
  return '。；）！”'.includes(before) || '。；！'.includes(after) || end >= text.length
}
