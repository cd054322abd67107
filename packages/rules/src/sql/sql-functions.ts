/** Functions of the language in SQL, null when an argument is null, on doubles and dates as the kernel has them. */
import type { Expr, FunctionName } from '../ast.ts'
import type { RoundingFunction } from '../rounding.ts'
import { doubleText, type SqlDialect } from './sql-text.ts'

/** `texts` are the arguments in SQL, each safe beside any operator. */
export function functionText(
  name: FunctionName,
  { args, texts, dialect }: { args: readonly Expr[]; texts: readonly string[]; dialect: SqlDialect },
): string {
  const [a = 'NULL', b = 'NULL'] = texts
  switch (name) {
    case 'min':
    case 'max':
      return extreme(name, texts)
    case 'floor':
      return `floor(${a})`
    case 'ceiling':
      return `ceil(${a})`
    case 'abs':
      return `abs(${a})`
    case 'round half up':
    case 'round half down':
    case 'round half even':
    case 'round up':
    case 'round down':
      return rounded(name, { text: a, scale: scaleOf(args[1]), dialect })
    case 'ageInYears':
      return `floor((${monthKey(b)} - ${monthKey(a)}) / ${doubleText(384)})`
    case 'ageInMonths':
    case 'monthsBetween':
      return `floor((${monthKey(b)} - ${monthKey(a)}) / ${doubleText(32)})`
    case 'addYears':
      return addMonths(a, `trunc(${b}) * 12`, dialect)
    case 'addMonths':
      return addMonths(a, `trunc(${b})`, dialect)
    case 'addDays':
      return `(${a} + CAST(trunc(${b}) AS integer))`
    case 'daysBetween':
      return `CAST(${b} - ${a} AS double precision)`
    case 'yearOf':
      return part('year', a)
    case 'monthOf':
      return part('month', a)
    case 'within':
      return within(a, b)
  }
}

/** `least` and `greatest` skip nulls in both engines; a missing value must not win or lose, it decides nothing. */
function extreme(name: 'min' | 'max', texts: readonly string[]): string {
  const missing = texts.map((text) => `${text} IS NULL`).join(' OR ')
  return `(CASE WHEN ${missing} THEN NULL ELSE ${name === 'min' ? 'least' : 'greatest'}(${texts.join(', ')}) END)`
}

function rounded(
  mode: RoundingFunction,
  { text, scale, dialect }: { text: string; scale: number; dialect: SqlDialect },
): string {
  const power = doubleText(10 ** Math.abs(scale))
  if (scale === 0) return roundedToWhole(mode, text, dialect)
  return scale > 0
    ? `(${roundedToWhole(mode, `(${text} * ${power})`, dialect)} / ${power})`
    : `(${roundedToWhole(mode, `(${text} / ${power})`, dialect)} * ${power})`
}

/** Each is exact on doubles: nothing like `x + 0.5`, which rounds on its own. */
function roundedToWhole(mode: RoundingFunction, x: string, dialect: SqlDialect): string {
  switch (mode) {
    case 'round half up':
      // With x = n + f this is trunc(n + 2f): one more exactly from a half on.
      return `trunc(${x} * 2 - trunc(${x}))`
    case 'round half down':
      return `(trunc(${x}) + (CASE WHEN abs(${x} - trunc(${x})) > 0.5 THEN sign(${x}) ELSE 0 END))`
    case 'round half even':
      return dialect === 'postgres' ? `round(${x})` : `round_even(${x}, 0)`
    case 'round up':
      return `(trunc(${x}) + sign(${x} - trunc(${x})))`
    case 'round down':
      return `trunc(${x})`
  }
}

function scaleOf(scale: Expr | undefined): number {
  return scale?.kind === 'literal' && typeof scale.value === 'number' ? scale.value : 0
}

function part(name: 'year' | 'month' | 'day', date: string): string {
  return `CAST(date_part('${name}', ${date}) AS double precision)`
}

/** As in the kernel: months in the high part, the day of the month below 32. */
function monthKey(date: string): string {
  return `((${part('year', date)} * 12 + ${part('month', date)}) * 32 + ${part('day', date)})`
}

/** Both engines go back to the last day of a short month; the law goes on to the first of the next. */
function addMonths(date: string, months: string, dialect: SqlDialect): string {
  const count = `CAST(${months} AS integer)`
  const shifted =
    dialect === 'postgres'
      ? `CAST(${date} + make_interval(months => ${count}) AS date)`
      : `CAST(${date} + to_months(${count}) AS date)`
  return `(${shifted} + (CASE WHEN ${part('day', shifted)} < ${part('day', date)} THEN 1 ELSE 0 END))`
}

function within(inner: string, outer: string): string {
  return (
    `(CASE WHEN ${inner} IS NULL OR ${outer} IS NULL THEN NULL WHEN ${outer} IN (0, 100000) THEN TRUE ` +
    `WHEN ${outer} % 100 <> 0 THEN ${inner} = ${outer} ` +
    `WHEN ${outer} % 10000 <> 0 THEN ${inner} - ${inner} % 100 = ${outer} ` +
    `ELSE ${inner} - ${inner} % 10000 = ${outer} END)`
  )
}
