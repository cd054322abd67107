import type { Binary, BinaryOperator, Call, Expr } from '../ast.ts'
import type { Dictionary, Text } from '../types.ts'
import { isPredicate, negateLabel } from './negate-label.ts'
import type { Phrases } from './phrases.ts'
import { atTime, bornOf, labelOf, placedThing, rowOf } from './subject.ts'
import { bracketed, listed, say } from './words.ts'

type Comparison = Exclude<BinaryOperator, 'and' | 'or' | '+' | '-' | '*' | '/'>
/** Says a condition; `holds` false says its opposite. */
export type Clauses = (expr: Expr, holds: boolean) => Text

const opposites: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}
const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** How a comparison is said, by what is compared. */
const numberWords: Readonly<Record<Comparison, readonly [zh: string, en: string]>> = {
  '=': ['是', 'is'],
  '!=': ['不是', 'is not'],
  '<': ['小于', 'is less than'],
  '<=': ['不超过', 'is at most'],
  '>': ['大于', 'is more than'],
  '>=': ['至少为', 'is at least'],
}
const dateWords: Readonly<Record<Comparison, readonly [zh: string, en: string]>> = {
  '=': ['是', 'is'],
  '!=': ['不是', 'is not'],
  '<': ['早于', 'is before'],
  '<=': ['不晚于', 'is on or before'],
  '>': ['晚于', 'is after'],
  '>=': ['不早于', 'is on or after'],
}

export function makeClauses(dictionary: Dictionary, { phrase, operand }: Phrases): Clauses {
  return clause

  function clause(expr: Expr, holds: boolean): Text {
    switch (expr.kind) {
      case 'literal':
        if (expr.value === null) return { zh: '未知', en: 'it is not known' }
        return (expr.value === true) === holds
          ? { zh: '成立', en: 'it holds' }
          : { zh: '不成立', en: 'it does not hold' }
      case 'fact':
      case 'parameter':
        return statement(expr, holds)
      case 'not':
        return clause(expr.operand, !holds)
      case 'binary':
        return isJoin(expr) ? join(expr, holds) : compare(expr, holds)
      case 'between':
        return range({ ...expr, lowClosed: true, highClosed: true }, holds)
      case 'in-range':
        return range(expr, holds)
      case 'in-list': {
        const items = listed(expr.items.map(phrase), 'or')
        return say(
          [phrase(expr.value), items],
          (a, b) => `${a}${holds ? '是' : '不是'}${b}`,
          (a, b) => `${a} is ${holds ? '' : 'not '}${b}`,
        )
      }
      case 'if':
        return choice(expr, holds)
      case 'call':
        return expr.name === 'within' ? inside(expr, holds) : phrase(expr)
      case 'some':
      case 'every':
        return quantified(expr, holds)
      case 'context':
      case 'negate':
      case 'count':
      case 'sum':
        return phrase(expr)
    }
  }

  /** A yes-or-no fact: its label says it; a row's fact gets its subject. */
  function statement(expr: Expr & { kind: 'fact' | 'parameter' }, holds: boolean): Text {
    const label = labelOf(expr, dictionary)
    const said = holds ? label : negateLabel(label)
    if (expr.kind !== 'fact' || expr.table === null) return said
    const row = rowOf(expr.table, dictionary)
    const predicate = isPredicate(label)
    return { zh: predicate.zh ? row.zh + said.zh : said.zh, en: predicate.en ? `${row.en} ${said.en}` : said.en }
  }

  function join(expr: Binary, holds: boolean): Text {
    if (!holds)
      return say(
        [clause(expr, true)],
        (a) => `并非（${a}）`,
        (a) => `it is not so that (${a})`,
      )
    const parts = flatten(expr, expr.operator).map((part) => {
      const text = clause(part, true)
      const loose = (isJoin(part) && expr.operator === 'and') || part.kind === 'if'
      return loose ? bracketed(text) : text
    })
    const zhWord = expr.operator === 'and' ? '且' : '或'
    const last = parts.at(-1) ?? { zh: '', en: '' }
    const before = parts.slice(0, -1)
    return {
      zh: `${before.map(({ zh }) => zh).join('，')}，${zhWord}${last.zh}`,
      en: `${before.map(({ en }) => en).join(', ')} ${expr.operator} ${last.en}`,
    }
  }

  function compare(expr: Binary, holds: boolean): Text {
    const operator = expr.operator as Comparison
    const said = holds ? operator : opposites[operator]
    const special =
      compareBoolean(expr, said) ??
      compareAge(expr, said) ??
      compareBirth(expr, said) ??
      compareToday(expr, said) ??
      compareCount(expr, said)
    if (special !== null) return special
    // 1 <= x reads as x >= 1.
    const swap = isConstant(expr.left) && !isConstant(expr.right)
    const [left, right, sign] = swap ? [expr.right, expr.left, mirrored[said]] : [expr.left, expr.right, said]
    const [zh, en] = (left.type.kind === 'date' ? dateWords : numberWords)[sign]
    return say(
      [operand(left), operand(right)],
      (a, b) => `${a}${zh}${b}`,
      (a, b) => `${a} ${en} ${b}`,
    )
  }

  function compareBoolean({ left, right }: Binary, operator: Comparison): Text | null {
    if (left.type.kind !== 'boolean') return null
    const [side, constant] = right.kind === 'literal' ? [left, right] : [right, left]
    if (constant.kind === 'literal') return clause(side, (constant.value === true) === (operator === '='))
    const same = operator === '='
    return say(
      [clause(left, true), clause(right, true)],
      (a, b) => `“${a}”与“${b}”${same ? '同时成立或同时不成立' : '只有一项成立'}`,
      (a, b) => `${same ? 'both or neither hold' : 'just one holds'}: ${a}; ${b}`,
    )
  }

  /** ageInYears(x, on) < 3: 孩子未满 3 周岁. */
  function compareAge(expr: Binary, operator: Comparison): Text | null {
    const left = expr.left.kind === 'call'
    const age = left ? expr.left : expr.right
    const sign = left ? operator : mirrored[operator]
    const parts = readAge(age)
    if (parts === null) return null
    const { who, unit, at } = parts
    const limit = phrase(left ? expr.right : expr.left)
    const years = unit.zh === '周岁'
    const old = years ? '' : ' old'
    const words: Record<Comparison, readonly [zh: (n: string) => string, en: (n: string) => string]> = {
      '<': [(n) => `未满 ${n} ${unit.zh}`, (n) => `is under ${n}${unit.en}${old}`],
      '>=': [(n) => `已满 ${n} ${unit.zh}`, (n) => (years ? `is ${n} or older` : `is at least ${n}${unit.en} old`)],
      '<=': [(n) => `年龄不超过 ${n} ${unit.zh}`, (n) => `is at most ${n}${unit.en || ' years'} old`],
      '>': [(n) => `年龄超过 ${n} ${unit.zh}`, (n) => `is more than ${n}${unit.en || ' years'} old`],
      '=': [(n) => `年龄是 ${n} ${unit.zh}`, (n) => `is ${n}${unit.en || ' years'} old`],
      '!=': [(n) => `年龄不是 ${n} ${unit.zh}`, (n) => `is not ${n}${unit.en || ' years'} old`],
    }
    const [zh, en] = words[sign]
    return say(
      [who, limit, at],
      (w, n, t) => `${t}${w}${zh(n)}`,
      (w, n, t) => `${w} ${en(n)}${t}`,
    )
  }

  function readAge(node: Expr): { who: Text; unit: Text; at: Text } | null {
    if (node.kind !== 'call' || (node.name !== 'ageInYears' && node.name !== 'ageInMonths')) return null
    const [born, on] = node.args
    const who = born === undefined ? null : bornOf(born, dictionary)
    if (who === null || on === undefined) return null
    const unit = node.name === 'ageInYears' ? { zh: '周岁', en: '' } : { zh: '个月', en: ' months' }
    return { who, unit, at: atTime(on, { phrase, dictionary }) }
  }

  /** child.birthDate <= on: 孩子已出生. */
  function compareBirth({ left, right }: Binary, operator: Comparison): Text | null {
    const [date, sign] = isOn(right) ? [left, operator] : isOn(left) ? [right, mirrored[operator]] : [null, operator]
    const who = date === null ? null : bornOf(date, dictionary)
    if (who === null) return null
    if (sign === '<=')
      return say(
        [who],
        (w) => `${w}已出生`,
        (w) => `${w} has been born`,
      )
    if (sign === '>')
      return say(
        [who],
        (w) => `${w}尚未出生`,
        (w) => `${w} is not yet born`,
      )
    return null
  }

  /** count(children[…]) >= 2: 符合…的孩子至少有 2 个. */
  function compareCount(expr: Binary, operator: Comparison): Text | null {
    const { left, right } = expr
    if (left.kind !== 'count') return null
    const words: Record<Comparison, readonly [zh: string, en: string]> = {
      '=': ['有', 'exactly'],
      '!=': ['不是', 'not exactly'],
      '<': ['少于', 'fewer than'],
      '<=': ['不超过', 'at most'],
      '>': ['多于', 'more than'],
      '>=': ['至少有', 'at least'],
    }
    const [zh, en] = words[operator]
    const label = dictionary.tables.get(left.table)?.label ?? rowOf(left.table, dictionary)
    const number = operand(right)
    const condition = left.where === null ? null : clause(left.where, true)
    const rows = condition === null ? label.zh : `符合“${condition.zh}”的${label.zh}`
    return {
      zh: `${rows}${zh} ${number.zh} 个`,
      en: `there are ${en} ${number.en} ${label.en.toLowerCase()}${condition === null ? '' : ` for whom ${condition.en}`}`,
    }
  }

  /** on < addYears(…): 未到…之日. */
  function compareToday({ left, right }: Binary, operator: Comparison): Text | null {
    const date = isOn(left) ? right : isOn(right) ? left : null
    if (date === null || isOn(date)) return null
    const words: Record<Comparison, readonly [zh: string, before: string, after: string]> = {
      '=': ['当日是', 'it is ', ''],
      '!=': ['当日不是', 'it is not ', ''],
      '<': ['未到', 'it is before ', ''],
      '<=': ['未过', 'it is ', ' or earlier'],
      '>': ['已过', 'it is after ', ''],
      '>=': ['已到', 'it is ', ' or later'],
    }
    const [zh, before, after] = words[date === right ? operator : mirrored[operator]]
    return say(
      [phrase(date)],
      (d) => zh + d,
      (d) => before + d + after,
    )
  }

  function range(expr: RangeParts, holds: boolean): Text {
    const age = readAge(expr.value)
    const ends = [phrase(expr.low), phrase(expr.high)]
    if (age !== null && holds && expr.lowClosed) {
      const { who, unit, at } = age
      const below = expr.highClosed ? '不超过' : '未满'
      return say(
        [who, ...ends, at],
        (w, a, b, t) => `${t}${w}已满 ${a} ${unit.zh}、${below} ${b} ${unit.zh}`,
        (w, a, b, t) =>
          `${w} is at least ${a} and ${expr.highClosed ? 'at most' : 'under'} ${b}${unit.en || ' years'} old${t}`,
      )
    }
    const closed = expr.lowClosed && expr.highClosed
    const value = operand(expr.value)
    if (closed)
      return say(
        [value, ...ends],
        (v, a, b) => `${v}${holds ? '' : '不'}在 ${a} 至 ${b} 之间`,
        (v, a, b) => `${v} is ${holds ? '' : 'not '}between ${a} and ${b}`,
      )
    const words = expr.value.type.kind === 'date' ? dateWords : numberWords
    const low = words[expr.lowClosed ? '>=' : '>']
    const high = words[expr.highClosed ? '<=' : '<']
    const text = say(
      [value, ...ends],
      (v, a, b) => `${v}${low[0]}${a}、${high[0]}${b}`,
      (v, a, b) => `${v} ${low[1]} ${a} and ${high[1]} ${b}`,
    )
    return holds
      ? text
      : say(
          [text],
          (a) => `并非（${a}）`,
          (a) => `it is not so that (${a})`,
        )
  }

  function choice(expr: Expr & { kind: 'if' }, holds: boolean): Text {
    const { then, otherwise } = expr
    // `if c then x else false` is said as c and x, `if c then true else x` as an alternative.
    const also = isLiteral(otherwise, false) ? then : isLiteral(then, true) ? otherwise : null
    if (also !== null) {
      const [zh, en] = also === then ? ['且', 'and'] : ['或者', 'or else']
      const parts = [clause(expr.condition, true), clause(also, true)]
      if (holds)
        return say(
          parts,
          (a, b) => `${a}，${zh}${b}`,
          (a, b) => `${a} ${en} ${b}`,
        )
      return say(
        parts,
        (a, b) => `并非（${a}，${zh}${b}）`,
        (a, b) => `it is not so that (${a} ${en} ${b})`,
      )
    }
    return say(
      [clause(expr.condition, true), clause(then, holds), clause(otherwise, holds)],
      (c, a, b) => `如果${c}，要${a}；否则要${b}`,
      (c, a, b) => `if ${c}, ${a}; otherwise ${b}`,
    )
  }

  /** within(registrationRegion, here): 户籍在本地. */
  function inside(expr: Call, holds: boolean): Text {
    const [inner, outer] = expr.args
    if (inner === undefined || outer === undefined) return { zh: expr.name, en: expr.name }
    const thing = placedThing(inner, dictionary) ?? phrase(inner)
    return say(
      [thing, phrase(outer)],
      (a, b) => `${a}${holds ? '' : '不'}在${b}`,
      (a, b) => `${a} is ${holds ? '' : 'not '}in ${b}`,
    )
  }

  function quantified(expr: Expr & { kind: 'some' | 'every' }, holds: boolean): Text {
    const row = rowOf(expr.table, dictionary)
    const noun = row.en.replace(/^the /, '')
    const words = {
      some: holds ? ['至少有一个', '', `for at least one ${noun}`] : ['没有任何', '', `for no ${noun}`],
      every: holds ? ['每个', '都', `for every ${noun}`] : ['并非每个', '都', `not for every ${noun}`],
    }
    const [quantity = '', all = '', en = ''] = words[expr.kind]
    return say(
      [row, clause(expr.where, true)],
      (r, c) => `${quantity}${r}${all}符合“${c}”`,
      (_, c) => `${en}, ${c}`,
    )
  }
}

interface RangeParts {
  readonly value: Expr
  readonly low: Expr
  readonly high: Expr
  readonly lowClosed: boolean
  readonly highClosed: boolean
}

function isOn(node: Expr): boolean {
  return node.kind === 'context' && node.name === 'on'
}

function isLiteral(node: Expr, value: boolean): boolean {
  return node.kind === 'literal' && node.value === value
}

function isJoin(expr: Expr): expr is Binary {
  return expr.kind === 'binary' && (expr.operator === 'and' || expr.operator === 'or')
}

function isConstant(expr: Expr): boolean {
  return expr.kind === 'literal' || expr.kind === 'parameter'
}

function flatten(expr: Expr, operator: BinaryOperator): readonly Expr[] {
  if (expr.kind !== 'binary' || expr.operator !== operator) return [expr]
  return [...flatten(expr.left, operator), ...flatten(expr.right, operator)]
}
