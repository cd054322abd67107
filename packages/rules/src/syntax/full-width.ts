/**
 * Signs that Chinese keyboards and word processors put in place of the language's own, one sign each.
 * Two signs that form one operator (＞＝) are joined after this.
 */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '＜': '<',
    '＞': '>',
    '＝': '=',
    '≥': '>=',
    '≤': '<=',
    '≧': '>=',
    '≦': '<=',
    '⩾': '>=',
    '⩽': '<=',
    '≠': '!=',
    '！': '!',
    '（': '(',
    '）': ')',
    '［': '[',
    '］': ']',
    '【': '[',
    '】': ']',
    '〔': '[',
    '〕': ']',
    '，': ',',
    '、': ',',
    '．': '.',
    '＋': '+',
    '－': '-',
    '−': '-',
    '×': '*',
    '＊': '*',
    '÷': '/',
    '／': '/',
    '\u3000': ' ',
  }),
)

/** The sign as the language writes it, or undefined when `sign` is no stand-in for one. */
export function findHalfWidth(sign: string): string | undefined {
  return signs.get(sign)
}

const doubleQuotes = '"“”„＂「」『』'
const singleQuotes = "'‘’＇"

/** All signs that close a text opened with `quote`, or undefined when it is no quotation mark. */
export function findClosingQuotes(quote: string): string | undefined {
  if (doubleQuotes.includes(quote)) return doubleQuotes
  return singleQuotes.includes(quote) ? singleQuotes : undefined
}

/** The ASCII digit of an ASCII or full-width digit, or undefined. */
export function findDigit(sign: string | undefined): string | undefined {
  if (sign === undefined) return undefined
  if (sign >= '0' && sign <= '9') return sign
  return sign >= '０' && sign <= '９' ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : undefined
}
