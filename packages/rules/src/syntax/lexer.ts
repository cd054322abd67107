import type { Diagnostic } from '../diagnostic.ts'
import type { NameIndex } from '../name-index.ts'
import { findClosingQuotes, findDigit, findHalfWidth } from './full-width.ts'
import { findEnglishName, findKeyword } from './keywords.ts'
import { messages } from './messages.ts'
import type { Token, TokenKind } from './token.ts'

const nameStart = /^[\p{L}\p{Nl}_]/u
const nameRest = /^[\p{L}\p{M}\p{N}_·]+/u
const symbols = ['..', '<=', '>=', '!=', '<', '>', '=', '+', '-', '*', '/', '(', ')', '[', ']', ',', '.']

/** Signs of other languages, with what to write here. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['<>', '!='],
  ['&&', 'and'],
  ['||', 'or'],
  ['**', ''],
  ['=>', '>='],
  ['=<', '<='],
  ['//', ''],
  ['/*', ''],
  ['!', 'not(…)'],
  ['%', ''],
])

/**
 * Splits an expression into words. Full-width signs, digits and quotes are read as their half-width forms with a
 * `full-width` warning each; spans stay offsets into the text as written. The last token is always `end`.
 */
export function tokenise(text: string, names: NameIndex, report: (diagnostic: Diagnostic) => void): readonly Token[] {
  const tokens: Token[] = []
  let at = 0

  const push = (kind: TokenKind, value: string, start: number): void => {
    tokens.push({ kind, text: value, span: { start, end: at } })
    const written = text.slice(start, at)
    if (kind !== 'text' && kind !== 'name' && written !== value && findKeyword(written) === undefined)
      report(messages.fullWidth({ start, end: at }, written, value))
  }

  while (at < text.length) {
    const start = at
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (/\s/u.test(sign)) {
      at += sign.length
      if (sign === '\u3000') report(messages.fullWidth({ start, end: at }, sign, ' '))
      continue
    }
    const known = names.longestAt(text, at)
    if (known !== undefined) {
      at += known.length
      push('name', known, start)
      continue
    }
    const closing = findClosingQuotes(sign)
    if (closing !== undefined) {
      readText(closing)
      continue
    }
    if (startsNumber()) {
      readNumber()
      continue
    }
    if (nameStart.test(sign)) {
      readName()
      continue
    }
    readSymbol(sign)
  }
  tokens.push({ kind: 'end', text: '', span: { start: text.length, end: text.length } })
  return tokens

  function startsNumber(): boolean {
    if (findDigit(text[at]) !== undefined) return true
    const previous = tokens.at(-1)
    const follows = previous !== undefined && previous.span.end === at && previous.kind !== 'symbol'
    return isPoint(at) && findDigit(text[at + 1]) !== undefined && !follows
  }

  function isPoint(offset: number): boolean {
    return text[offset] === '.' || text[offset] === '．'
  }

  function readNumber(): void {
    const start = at
    let value = ''
    const readDigits = (): void => {
      for (let digit = findDigit(text[at]); digit !== undefined; digit = findDigit(text[at])) {
        value += digit
        at += 1
      }
    }
    readDigits()
    if (isPoint(at) && findDigit(text[at + 1]) !== undefined) {
      value += '.'
      at += 1
      readDigits()
    }
    const tail = nameRest.exec(text.slice(at))?.[0] ?? ''
    if (tail !== '') {
      at += tail.length
      report(messages.nameAfterNumber({ start, end: at }, text.slice(start, at)))
    }
    tokens.push({ kind: 'number', text: value, span: { start, end: at } })
    const written = text.slice(start, at - tail.length)
    if (written !== value) report(messages.fullWidth({ start, end: at - tail.length }, written, value))
  }

  function readText(closing: string): void {
    const start = at
    let value = ''
    at += 1
    while (at < text.length && text[at] !== '\n' && !closing.includes(text[at] ?? '')) {
      if (text[at] === '\\' && /["\\']/.test(text[at + 1] ?? '')) at += 1
      value += text[at] ?? ''
      at += 1
    }
    const closed = at < text.length && text[at] !== '\n'
    if (closed) at += 1
    const span = { start, end: at }
    if (!closed) report(messages.unterminatedText(span))
    else if (text[start] !== '"' || text[at - 1] !== '"')
      report(messages.fullWidth(span, text.slice(start, at), JSON.stringify(value)))
    tokens.push({ kind: 'text', text: value, span })
  }

  function readName(): void {
    const start = at
    for (;;) {
      at += nameRest.exec(text.slice(at))?.[0].length ?? 0
      if (!isPoint(at) || !nameStart.test(text.slice(at + 1, at + 3))) break
      at += 1
    }
    const written = text.slice(start, at)
    const plain = written.normalize('NFKC')
    const word = names.entries.has(plain) || findKeyword(plain) !== undefined ? plain : written.replaceAll('．', '.')
    const keyword = findKeyword(word)
    if (word !== written) report(messages.fullWidth({ start, end: at }, written, word))
    tokens.push({
      kind: keyword === undefined ? 'name' : 'keyword',
      text: keyword ?? findEnglishName(word) ?? word,
      span: { start, end: at },
    })
  }

  function readSymbol(sign: string): void {
    const start = at
    const here = (findHalfWidth(sign) ?? sign) + (findHalfWidth(text[at + 1] ?? '') ?? text[at + 1] ?? '')
    const strange = [...foreign.keys()].find((other) => here.startsWith(other) && here.slice(0, 2) !== '!=')
    if (strange !== undefined) {
      at += strange.length
      const instead = foreign.get(strange) ?? ''
      report(messages.foreignSign({ start, end: at }, text.slice(start, at), instead))
      if (symbols.includes(instead)) tokens.push({ kind: 'symbol', text: instead, span: { start, end: at } })
      else if (findKeyword(instead) !== undefined)
        tokens.push({ kind: 'keyword', text: instead, span: { start, end: at } })
      return
    }
    const symbol = symbols.find((candidate) => here.startsWith(candidate))
    if (symbol === undefined) {
      at += sign.length
      report(messages.unexpectedCharacter({ start, end: at }, sign))
      return
    }
    // A single sign such as ≥ already stands for two.
    at += symbol.length === 2 && (findHalfWidth(sign) ?? sign).length === 1 ? 2 : 1
    push('symbol', symbol, start)
  }
}
