import type { Aggregate, Binary, Call, Expr } from '../ast.ts'
import { showValue } from '../show-value.ts'
import type { Dictionary, Text } from '../types.ts'
import type { SentenceOptions } from './sentence-options.ts'
import { atTime, bornOf, labelOf, rowOf } from './subject.ts'
import { bracketed, listed, say } from './words.ts'

export interface Phrases {
  /** A value as a noun phrase. */
  readonly phrase: (expr: Expr) => Text
  /** The same as part of a longer phrase: in brackets if it would be misread. */
  readonly operand: (expr: Expr) => Text
}

/** Says values; conditions inside them are said by `clause`. */
export function makePhrases(
  dictionary: Dictionary,
  options: SentenceOptions,
  clause: (condition: Expr) => Text,
): Phrases {
  return { phrase, operand }

  function operand(expr: Expr): Text {
    const simple = ['literal', 'fact', 'parameter', 'context', 'call', 'count', 'sum'].includes(expr.kind)
    return simple ? phrase(expr) : bracketed(phrase(expr))
  }

  /** A multiple reads well beside 加, 减 and in a list; sums and choices do not. */
  function term(expr: Expr): Text {
    return isMultiple(expr) ? phrase(expr) : operand(expr)
  }

  function phrase(expr: Expr): Text {
    switch (expr.kind) {
      case 'literal':
        return showValue(expr.value, expr.type, dictionary, options.regionName)
      case 'fact':
        return birthDate(expr) ?? labelOf(expr, dictionary)
      case 'parameter':
        return labelOf(expr, dictionary)
      case 'context':
        return expr.name === 'on' ? { zh: '当日', en: 'the day asked about' } : { zh: '本地', en: 'this place' }
      case 'negate':
        return say(
          [operand(expr.operand)],
          (a) => `负${a}`,
          (a) => `minus ${a}`,
        )
      case 'binary':
        return arithmetic(expr)
      case 'if':
        return say(
          [clause(expr.condition), phrase(expr.then), phrase(expr.otherwise)],
          (c, a, b) => `如果${c}，为${a}；否则为${b}`,
          (c, a, b) => `${a} if ${c}, otherwise ${b}`,
        )
      case 'call':
        return call(expr)
      case 'count':
      case 'sum':
        return aggregate(expr)
      case 'not':
      case 'between':
      case 'in-list':
      case 'in-range':
      case 'some':
      case 'every':
        return clause(expr)
    }
  }

  /** A row's date of birth says whose. */
  function birthDate(expr: Expr & { kind: 'fact' }): Text | null {
    const who = expr.table === null ? null : bornOf(expr, dictionary)
    return who === null ? null : { zh: `${who.zh}出生日期`, en: `${who.en}'s date of birth` }
  }

  function arithmetic(expr: Binary): Text {
    const { left, right } = expr
    if (expr.operator === '*') {
      if (right.kind === 'literal') return multiple(left, right)
      if (left.kind === 'literal') return multiple(right, left)
    }
    const words = { '+': ['加', 'plus'], '-': ['减', 'minus'], '*': ['乘以', 'times'], '/': ['除以', 'divided by'] }
    const [zh, en] = words[expr.operator as '+' | '-' | '*' | '/']
    // a + b - c groups from the left as it is read.
    const chained = left.kind === 'binary' && '+-'.includes(expr.operator) && '+-'.includes(left.operator)
    const part = '+-'.includes(expr.operator) ? term : operand
    const parts = [chained ? phrase(left) : part(left), part(right)]
    return say(
      parts,
      (a, b) => `${a}${zh ?? ''}${b}`,
      (a, b) => `${a} ${en ?? ''} ${b}`,
    )
  }

  /** The 80 % of it, or 1.5 times it. */
  function multiple(of: Expr, by: Expr & { kind: 'literal' }): Text {
    const [numerator, denominator] = by.exact ?? [Number(by.value), 1]
    const thing = operand(of)
    const percent = (numerator * 100) / denominator
    if (percent > 0 && percent < 100) {
      const shown = String(Number(percent.toFixed(6)))
      return say(
        [thing],
        (a) => `${a}的 ${shown}%`,
        (a) => `${shown}% of ${a}`,
      )
    }
    const times = phrase(by)
    return say(
      [thing, times],
      // A sum of money is no number of times: 300 元乘以月数, not 月数的 300 元倍.
      (a, n) => (by.type.kind === 'money' ? `${n}乘以${a}` : `${a}的 ${n} 倍`),
      (a, n) => `${n} times ${a}`,
    )
  }

  function call(expr: Call): Text {
    const [first, second] = expr.args
    if (first === undefined) return { zh: expr.name, en: expr.name }
    const texts = expr.args.map(phrase)
    switch (expr.name) {
      case 'min':
      case 'max':
        return extreme(expr)
      case 'floor':
        return say(
          [operand(first)],
          (a) => `${a}向下取整`,
          (a) => `${a} rounded down to a whole number`,
        )
      case 'ceiling':
        return say(
          [operand(first)],
          (a) => `${a}向上取整`,
          (a) => `${a} rounded up to a whole number`,
        )
      case 'abs':
        return say(
          [operand(first)],
          (a) => `${a}的绝对值`,
          (a) => `the absolute value of ${a}`,
        )
      case 'round half up':
      case 'round half down':
      case 'round half even':
      case 'round up':
      case 'round down':
        return rounded(expr)
      case 'ageInYears':
      case 'ageInMonths':
        return age(expr)
      case 'addYears':
      case 'addMonths':
      case 'addDays':
        return later(expr)
      case 'daysBetween':
        return say(
          texts,
          (a, b) => `从${a}到${b}的天数`,
          (a, b) => `the number of days from ${a} to ${b}`,
        )
      case 'monthsBetween':
        return say(
          texts,
          (a, b) => `从${a}到${b}的整月数`,
          (a, b) => `the number of full months from ${a} to ${b}`,
        )
      case 'yearOf':
        return say(
          texts,
          (a) => `${a}的年份`,
          (a) => `the year of ${a}`,
        )
      case 'monthOf':
        return say(
          texts,
          (a) => `${a}的月份`,
          (a) => `the month of ${a}`,
        )
      case 'within':
        return second === undefined ? { zh: expr.name, en: expr.name } : clause(expr)
    }
  }

  function extreme(expr: Call): Text {
    const smaller = expr.name === 'min'
    const [two, many] = expr.args.length < 3 ? [true, false] : [false, true]
    const dates = expr.type.kind === 'date'
    const zh = dates ? (smaller ? '早' : '晚') : smaller ? '小' : '大'
    const en = dates
      ? smaller
        ? ['earlier', 'earliest']
        : ['later', 'latest']
      : smaller
        ? ['smaller', 'smallest']
        : ['larger', 'largest']
    const items = listed(expr.args.map(term), 'and')
    return say(
      [items],
      (a) => `${a}中${many ? '最' : '较'}${zh}的`,
      (a) => `the ${en[two ? 0 : 1] ?? ''} of ${a}`,
    )
  }

  function rounded(expr: Call): Text {
    const [first, scale] = expr.args
    const places = scale?.kind === 'literal' ? Number(scale.value) : 0
    const modes = {
      'round half up': ['四舍五入', 'rounded half up'],
      'round half down': ['五舍六入', 'rounded half down'],
      'round half even': ['四舍六入五成双', 'rounded half to even'],
      'round up': ['进一法', 'rounded up'],
      'round down': ['去尾法', 'rounded down'],
    }
    const [zh = '', en = ''] = modes[expr.name as keyof typeof modes]
    const zhPlaces = places === 0 ? '取整数' : places > 0 ? `保留 ${places} 位小数` : `取到 ${10 ** -places}`
    const enPlaces = places === 0 ? 'to a whole number' : places > 0 ? `to ${places} decimals` : `to ${10 ** -places}s`
    const value = first === undefined ? { zh: '', en: '' } : operand(first)
    return say(
      [value],
      (a) => `${a}${zh}${zhPlaces}`,
      (a) => `${a} ${en} ${enPlaces}`,
    )
  }

  function age(expr: Call): Text {
    const [born, on] = expr.args
    if (born === undefined || on === undefined) return { zh: expr.name, en: expr.name }
    const years = expr.name === 'ageInYears'
    const who = bornOf(born, dictionary)
    const at = atTime(on, { phrase, dictionary })
    const [zh, en] = years ? ['周岁年龄', 'age in years'] : ['月龄', 'age in months']
    if (who !== null)
      return say(
        [who, at],
        (w, t) => (t === '' ? `${w}的${zh}` : `${w}${t}的${zh}`),
        (w, t) => `${w}'s ${en}${t}`,
      )
    const [zhUnit, enUnit] = years ? ['整年数', 'full years'] : ['整月数', 'full months']
    return say(
      [phrase(born), phrase(on)],
      (a, b) => `从${a}到${b}的${zhUnit}`,
      (a, b) => `the number of ${enUnit} from ${a} to ${b}`,
    )
  }

  function later(expr: Call): Text {
    const [date, count] = expr.args
    if (date === undefined || count === undefined) return { zh: expr.name, en: expr.name }
    const units = { addYears: ['年', 'year'], addMonths: ['个月', 'month'], addDays: ['天', 'day'] }
    const [zh = '', en = ''] = units[expr.name as keyof typeof units]
    const who = bornOf(date, dictionary)
    const amount = count.kind === 'literal' ? Number(count.value) : null
    if (who !== null && amount !== null && amount > 0 && expr.name !== 'addDays') {
      const [zhAge, enAge] =
        expr.name === 'addYears' ? ['周岁', ''] : ['个月', amount === 1 ? ' month old' : ' months old']
      return say(
        [who],
        (w) => `${w}满 ${amount} ${zhAge}之日`,
        (w) => `the day ${w} turns ${amount}${enAge}`,
      )
    }
    const size = amount === null ? operand(count) : { zh: String(Math.abs(amount)), en: String(Math.abs(amount)) }
    const back = amount !== null && amount < 0
    const plural = size.en === '1' ? '' : 's'
    return say(
      [sinceBirth(date) ?? phrase(date), size],
      (d, n) => `${d}${back ? '前' : '后'} ${n} ${zh}`,
      (d, n) => `${n} ${en}${plural} ${back ? 'before' : 'after'} ${d}`,
    )
  }

  /** 孩子出生 as a moment to count from. */
  function sinceBirth(date: Expr): Text | null {
    const who = bornOf(date, dictionary)
    return who === null ? null : { zh: `${who.zh}出生`, en: `${who.en}'s birth` }
  }

  function aggregate(expr: Aggregate): Text {
    const row = rowOf(expr.table, dictionary)
    const rows =
      expr.where === null
        ? row
        : say(
            [clause(expr.where), row],
            (c, r) => `符合“${c}”的${r}`,
            (c) => c,
          )
    const table = dictionary.tables.get(expr.table)?.label ?? row
    const which = expr.where === null ? '' : ` for which ${rows.en}`
    if (expr.of === null) return { zh: `${rows.zh}的数量`, en: `the number of ${table.en.toLowerCase()}${which}` }
    const label = dictionary.facts.get(expr.of)?.label ?? { zh: expr.of, en: expr.of }
    return {
      zh: `${rows.zh}的${label.zh}合计`,
      en: `the sum of ${label.en} over the ${table.en.toLowerCase()}${which}`,
    }
  }
}

function isMultiple(expr: Expr): boolean {
  return (
    expr.kind === 'binary' && expr.operator === '*' && [expr.left, expr.right].some(({ kind }) => kind === 'literal')
  )
}
