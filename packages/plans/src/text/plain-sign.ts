const digit = /[0-9]/
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const chineseDigits = '一二三四五六七八九十'

/** One spelling for digits, per cents, brackets and separators; `.` `,` and `:` inside numbers stay. */
export function plainSign(c: string, previous: string, next: string): string {
  const code = c.codePointAt(0) ?? 0
  if (code < 0x80) return asciiSign(c, previous, next)
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0)
  // ㈠ … ㈩, ⑴ … ⒇, ⒈ … ⒛, ① … ⑳: one sign for a whole mark.
  if (code >= 0x3220 && code <= 0x3229) return `（${chineseDigits[code - 0x3220] ?? ''}）`
  if (code >= 0x2474 && code <= 0x2487) return `（${code - 0x2473}）`
  if (code >= 0x2488 && code <= 0x249b) return `${code - 0x2487}.`
  if (circled.includes(c)) return `${circled.indexOf(c) + 1}）`
  const plain = spellings[c] ?? c
  return plain === '：' && digit.test(previous) && digit.test(next) ? ':' : plain
}

function asciiSign(c: string, previous: string, next: string): string {
  const inNumber = digit.test(previous) && digit.test(next)
  switch (c) {
    case '(':
      return '（'
    case ')':
      return '）'
    case ',':
      return inNumber ? ',' : '，'
    case ';':
      return '；'
    case ':':
      return inNumber ? ':' : '：'
    case '~':
      return '～'
    case '<':
      return '〈'
    case '>':
      return '〉'
    case '\t':
    case '\r':
    case '\v':
    case '\f':
      return ' '
    default:
      return c
  }
}

const spellings: Readonly<Record<string, string>> = {
  '％': '%',
  '﹪': '%',
  '．': '.',
  '：': '：',
  '﹕': '：',
  '∶': '：',
  '～': '～',
  '∼': '～',
  '〜': '～',
  '–': '-',
  '－': '-',
  '−': '-',
  '―': '—',
  '─': '—',
  '＜': '〈',
  '＞': '〉',
  '﹝': '〔',
  '﹞': '〕',
  '［': '〔',
  '］': '〕',
  '【': '【',
  '﹙': '（',
  '﹚': '）',
  '﹑': '、',
  '､': '、',
  '／': '/',
  '＋': '+',
  '｜': '|',
  '￤': '|',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2028': ' ',
  '\u2029': ' ',
}
