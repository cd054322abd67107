import type { Span } from '../ast.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Text, Type } from '../types.ts'
import { typeName } from '../type-names.ts'

function error(code: string, span: Span, zh: string, en: string, suggestion?: string): Diagnostic {
  return { code, severity: 'error', span, message: { zh, en }, ...(suggestion === undefined ? {} : { suggestion }) }
}

function hint(suggestion: string | undefined): Text {
  return suggestion === undefined
    ? { zh: '', en: '' }
    : { zh: `，是不是 ${suggestion}？`, en: `; did you mean ${suggestion}?` }
}

/** Every finding of the checker, worded once. */
export const messages = {
  unknownName: (span: Span, name: string, suggestion?: string): Diagnostic =>
    error(
      'unknown-name',
      span,
      `字典里没有“${name}”${hint(suggestion).zh}`,
      `${name} is not in the dictionary${hint(suggestion).en}`,
      suggestion,
    ),
  unknownFunction: (span: Span, name: string, suggestion?: string): Diagnostic =>
    error(
      'unknown-function',
      span,
      `没有函数 ${name}${hint(suggestion).zh}`,
      `there is no function ${name}${hint(suggestion).en}`,
      suggestion,
    ),
  functionWithoutBrackets: (span: Span, name: string): Diagnostic =>
    error('function-without-brackets', span, `${name} 是函数，要写 ${name}(…)`, `${name} is a function: ${name}(…)`),
  unknownTable: (span: Span, name: string, suggestion?: string): Diagnostic =>
    error(
      'unknown-table',
      span,
      `没有名为“${name}”的表${hint(suggestion).zh}`,
      `there is no table ${name}${hint(suggestion).en}`,
      suggestion,
    ),
  tableAsValue: (span: Span, name: string): Diagnostic =>
    error(
      'table-as-value',
      span,
      `${name} 是一张表；请用 count(${name})、sum(${name}.…)、some 或 every`,
      `${name} is a table; use count(${name}), sum(${name}.…), some or every`,
    ),
  wrongRowName: (span: Span, written: string, row: string): Diagnostic =>
    error(
      'wrong-row-name',
      span,
      `这张表的一行叫 ${row}，不是 ${written}`,
      `a row of this table is called ${row}`,
      row,
    ),
  rowOutOfScope: (span: Span, name: string, table: string): Diagnostic =>
    error(
      'row-out-of-scope',
      span,
      `${name} 属于 ${table} 的某一行，这里没有指明是哪一行；请用 some、every、count 或 sum`,
      `${name} belongs to a row of ${table}, and no row is current here; use some, every, count or sum`,
    ),
  rowHidden: (span: Span, name: string): Diagnostic =>
    error(
      'row-out-of-scope',
      span,
      `在里层的表中不能再读外层的 ${name}`,
      `${name} of the outer row cannot be read inside another table`,
    ),
  nestedTable: (span: Span, table: string): Diagnostic =>
    error('nested-table', span, `不能在 ${table} 里面再遍历 ${table}`, `${table} cannot be gone through inside itself`),
  notOfTable: (span: Span, name: string, table: string, suggestion?: string): Diagnostic =>
    error(
      'unknown-name',
      span,
      `表 ${table} 没有“${name}”${hint(suggestion).zh}`,
      `table ${table} has no ${name}${hint(suggestion).en}`,
      suggestion,
    ),
  mismatch: (span: Span, found: Type, wanted: Text): Diagnostic =>
    error(
      'type-mismatch',
      span,
      `这里应是${wanted.zh}，却是${typeName(found).zh}`,
      `expected ${wanted.en}, found ${typeName(found).en}`,
    ),
  cannotCompare: (span: Span, left: Type, right: Type): Diagnostic =>
    error(
      'type-mismatch',
      span,
      `${typeName(left).zh}不能与${typeName(right).zh}比较`,
      `${typeName(left).en} cannot be compared with ${typeName(right).en}`,
    ),
  noOrder: (span: Span, type: Type): Diagnostic =>
    error(
      'no-order',
      span,
      `${typeName(type).zh}没有大小之分，只能用 =、!= 或 in`,
      `${typeName(type).en} has no order; use =, != or in`,
    ),
  differentBranches: (span: Span, left: Type, right: Type): Diagnostic =>
    error(
      'type-mismatch',
      span,
      `各个结果的类型要相同：一个是${typeName(left).zh}，另一个是${typeName(right).zh}`,
      `all results need one type: one is ${typeName(left).en}, another ${typeName(right).en}`,
    ),
  moneyNumber: (span: Span): Diagnostic =>
    error(
      'money-literal',
      span,
      '金额不能直接与数字比较或相加；请把这个数额设为参数（要有出处），再写参数名',
      'money does not mix with a plain number; declare the amount as a parameter with its source and name it',
    ),
  arithmetic: (span: Span, operator: string, left: Type, right: Type, help: Text): Diagnostic =>
    error(
      'type-mismatch',
      span,
      `${typeName(left).zh}和${typeName(right).zh}之间不能用 ${operator}${help.zh}`,
      `${operator} does not apply to ${typeName(left).en} and ${typeName(right).en}${help.en}`,
    ),
  divisor: (span: Span): Diagnostic =>
    error(
      'division-by-non-constant',
      span,
      '只能除以不为零的数字或数字参数',
      'division is only by a non-zero number or a number parameter',
    ),
  divisionByZero: (span: Span): Diagnostic => error('division-by-zero', span, '不能除以零', 'division by zero'),
  nullComparison: (span: Span): Diagnostic =>
    error(
      'null-operand',
      span,
      '不能与 null 比较或运算；缺少的资料会自动得出“资料不全”',
      'null is neither compared nor computed with; a missing fact makes the answer incomplete by itself',
    ),
  unknownCode: (span: Span, code: string, list: string, suggestion?: string): Diagnostic =>
    error(
      'unknown-code',
      span,
      `选项表 ${list} 里没有“${code}”${hint(suggestion).zh}`,
      `${JSON.stringify(code)} is not a code of ${list}${hint(suggestion).en}`,
      suggestion,
    ),
  textAlone: (span: Span): Diagnostic =>
    error(
      'text-without-code-list',
      span,
      '引号里的文字只能与选项代码比较，或写在 date("…") 里',
      'a quoted text is only compared with a code, or stands in date("…")',
    ),
  badDate: (span: Span, text: string): Diagnostic =>
    error(
      'bad-date',
      span,
      `“${text}”不是真实的日期，请写成 date("2026-03-02")`,
      `${JSON.stringify(text)} is not a real day; write date("2026-03-02")`,
    ),
  dateNeedsText: (span: Span): Diagnostic =>
    error('bad-date', span, '日期写作 date("2026-03-02")', 'a date is written date("2026-03-02")'),
  badRegion: (span: Span): Diagnostic =>
    error('bad-region', span, '地区代码是六位数字', 'a region code has six digits'),
  numberTooPrecise: (span: Span): Diagnostic =>
    error('number-too-precise', span, '数字太长，无法精确表示', 'the number is too long to be exact'),
  argumentCount: (span: Span, name: string, wanted: Text): Diagnostic =>
    error('argument-count', span, `${name} 需要${wanted.zh}`, `${name} takes ${wanted.en}`),
  scaleLiteral: (span: Span): Diagnostic =>
    error(
      'scale-not-literal',
      span,
      '保留的小数位数要写成 -6 到 9 的整数',
      'the number of decimals is a whole number written out, from -6 to 9',
    ),
  wholeNumber: (span: Span): Diagnostic =>
    error(
      'whole-number-needed',
      span,
      '这里要一个不超过一千的整数（天数不超过四十万）',
      'a whole number is needed here, at most 1,000 (400,000 for days)',
    ),
  roundsMoney: (span: Span, name: string): Diagnostic =>
    error(
      'money-rounded',
      span,
      `金额不在表达式里用 ${name} 取整；请写在待遇的 rounding 里，只取整一次`,
      `money is not rounded by ${name} in an expression; say it once in the benefit's rounding`,
    ),
  aggregateForm: (span: Span, name: 'count' | 'sum'): Diagnostic =>
    name === 'count'
      ? error(
          'aggregate-form',
          span,
          '写作 count(表) 或 count(表[条件])',
          'write count(table) or count(table[condition])',
        )
      : error(
          'aggregate-form',
          span,
          '写作 sum(表.事实) 或 sum(表[条件].事实)',
          'write sum(table.fact) or sum(table[condition].fact)',
        ),
  filterAlone: (span: Span): Diagnostic =>
    error(
      'filter-alone',
      span,
      '表[条件] 只能写在 count 或 sum 里',
      'table[condition] stands only inside count or sum',
    ),
  notExpected: (span: Span, found: Type, wanted: Type): Diagnostic =>
    error(
      'unexpected-result',
      span,
      `整个表达式应得出${typeName(wanted).zh}，却得出${typeName(found).zh}`,
      `the expression should give ${typeName(wanted).en}, but gives ${typeName(found).en}`,
    ),
}
