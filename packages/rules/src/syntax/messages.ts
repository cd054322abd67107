import type { Span } from '../ast.ts'
import type { Diagnostic } from '../diagnostic.ts'

function error(code: string, span: Span, zh: string, en: string, suggestion?: string): Diagnostic {
  return { code, severity: 'error', span, message: { zh, en }, ...(suggestion === undefined ? {} : { suggestion }) }
}

/** Every finding of the lexer and the parser, worded once. */
export const messages = {
  fullWidth: (span: Span, written: string, read: string): Diagnostic => ({
    code: 'full-width',
    severity: 'warning',
    span,
    message: {
      zh: read === ' ' ? '这里是全角空格，已按半角空格读取' : `“${written}”不是规定的写法，已按 ${read} 读取`,
      en: read === ' ' ? 'a full-width space, read as a plain one' : `${written} is read as ${read}`,
    },
    suggestion: read,
  }),
  foreignSign: (span: Span, sign: string, instead: string): Diagnostic =>
    error(
      'foreign-sign',
      span,
      instead === '' ? `这里不能用 ${sign}` : `这里不能用 ${sign}，请写 ${instead}`,
      instead === '' ? `${sign} is not part of the language` : `write ${instead} instead of ${sign}`,
      instead === '' ? undefined : instead,
    ),
  unexpectedCharacter: (span: Span, sign: string): Diagnostic =>
    error('unexpected-character', span, `不认识的字符 ${sign}`, `unexpected character ${sign}`),
  unterminatedText: (span: Span): Diagnostic =>
    error('unterminated-text', span, '引号没有配对', 'the text has no closing quotation mark'),
  nameAfterNumber: (span: Span, written: string): Diagnostic =>
    error(
      'name-after-number',
      span,
      `数字后面紧跟着文字：${written}。单位写在标签里，名称不能以数字开头（字典里的除外）`,
      `${written}: a number runs into a name; units belong in labels`,
    ),
  unexpected: (span: Span, found: string, expected: { zh: string; en: string }): Diagnostic =>
    error(
      'unexpected-token',
      span,
      found === '' ? `表达式到此结束，缺少${expected.zh}` : `这里应是${expected.zh}，却是 ${found}`,
      found === '' ? `the expression ends where ${expected.en} is missing` : `expected ${expected.en}, found ${found}`,
    ),
  empty: (span: Span): Diagnostic => error('empty', span, '表达式是空的', 'the expression is empty'),
  leftOver: (span: Span, found: string): Diagnostic =>
    error(
      'unexpected-token',
      span,
      `${found} 前面缺少运算符，或者括号不配对`,
      `an operator is missing before ${found}, or a bracket is not paired`,
    ),
  chained: (span: Span): Diagnostic =>
    error(
      'chained-comparison',
      span,
      '比较不能连写；请写 x between a and b，或用 and 连接两个比较',
      'comparisons cannot be chained; write x between a and b, or join two comparisons with and',
    ),
  bareRange: (span: Span, suggestion: string): Diagnostic =>
    error(
      'unparenthesised-range',
      span,
      `in 后面的区间要加圆括号：in ${suggestion}`,
      `a range after in needs round brackets: in ${suggestion}`,
      suggestion,
    ),
  bareList: (span: Span): Diagnostic =>
    error('unparenthesised-list', span, 'in 后面要用圆括号：in (a, b)', 'in needs round brackets: in (a, b)'),
  notNeedsBrackets: (span: Span): Diagnostic =>
    error('not-needs-brackets', span, 'not 后面要用圆括号：not(…)', 'not needs round brackets: not(…)', 'not(…)'),
  refusedWord: (span: Span, word: string): Diagnostic =>
    error('not-in-subset', span, `这里不支持 ${word}`, `${word} is not part of this subset of FEEL`),
  tooLong: (span: Span, limit: number): Diagnostic =>
    error('too-long', span, `表达式超过 ${limit} 个字符`, `the expression is longer than ${limit} characters`),
  tooDeep: (span: Span): Diagnostic =>
    error(
      'too-deep',
      span,
      '括号或层次太多，请拆成几个有名称的条件',
      'nested too deeply; split it into named conditions',
    ),
  tooManyParts: (span: Span): Diagnostic =>
    error(
      'too-many-parts',
      span,
      '表达式太长，请拆成几个有名称的条件',
      'too many parts; split it into named conditions',
    ),
}
