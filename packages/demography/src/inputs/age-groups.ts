import type { Cell } from './read-cells.ts'
import { problemsOf, type InputProblem } from './problem.ts'

/** Values of age groups that follow each other: group i holds the ages from breaks[i] to before breaks[i + 1]. */
export interface AgeGroups {
  /** Lower ages, and for closed groups the end of the last; the end is Infinity for an open one. */
  readonly breaks: readonly number[]
  readonly values: Float64Array
}

/**
 * Puts the rows of one region, year and sex in the order of age. Rows that name lower ages only are single ages, or
 * groups where those go up by five (0, 5, 10, … or 0, 1, 5, 10, …). A gap, an overlap or an age given twice is a problem;
 * undefined then.
 */
export function ageGroups(
  cells: readonly Cell[],
  {
    file,
    where,
    problems,
    last,
  }: {
    readonly file: string
    readonly where: string
    readonly problems: InputProblem[]
    /** What the oldest row is when it does not say: an open group, or as wide as the others. */
    readonly last: 'open' | 'closed'
  },
): AgeGroups | undefined {
  const report = problemsOf(file, problems)
  const rows = cells.flatMap(({ age, ageTo, value, line }) =>
    typeof age === 'number' && age <= 200 ? [{ age, ageTo, value, line }] : [],
  )
  const seen = new Set<number>()
  for (const { age, line } of rows) {
    if (seen.has(age))
      report(line, 'duplicate', { zh: `${where} ${age} 岁重复`, en: `${where} age ${age} is given twice` })
    seen.add(age)
  }
  if (seen.size < rows.length || rows.length === 0) return undefined
  const ordered = rows.toSorted((a, b) => a.age - b.age)
  const lower = ordered.map(({ age }) => age)
  const grouped = rows.some(({ age, ageTo }) => ageTo !== null && ageTo !== Infinity && ageTo > age + 1)
  const fives = isAbridged(lower)
  const ends = ordered.map(({ age, ageTo }, at): number => {
    if (ageTo !== null) return ageTo
    const next = lower[at + 1]
    if (next === undefined) return last === 'open' ? Infinity : age + (grouped || fives ? 5 : 1)
    return grouped || fives ? next : age + 1
  })
  const gaps: string[] = []
  ordered.forEach(({ age, line }, at) => {
    const next = lower[at + 1]
    const end = ends[at] ?? Infinity
    if (next === undefined || next === end) return
    if (next < end)
      report(line, 'duplicate', {
        zh: `${where} ${age}–${end - 1} 岁与 ${next} 岁重叠`,
        en: `${where} ages ${age}–${end - 1} overlap with ${next}`,
      })
    else if (grouped || fives) gaps.push(`${end}–${next - 1}`)
    else for (let missing = end; missing < next; missing++) gaps.push(String(missing))
  })
  if (gaps.length > 0) {
    const list = gaps.length > 8 ? `${gaps.slice(0, 8).join(', ')} …` : gaps.join(', ')
    report(ordered[0]?.line ?? null, 'missing-age', {
      zh: `${where} 缺 ${gaps.length} 个年龄：${list}`,
      en: `${where} lacks ${gaps.length} ages: ${list}`,
    })
    return undefined
  }
  if (ends.slice(0, -1).some((end, at) => end !== lower[at + 1])) return undefined
  return { breaks: [...lower, ends.at(-1) ?? Infinity], values: Float64Array.from(ordered, ({ value }) => value) }
}

/** Lower ages 0, 5, 10, … or 0, 1, 5, 10, … or 15, 20, 25, …: three steps of five at least. */
function isAbridged(lower: readonly number[]): boolean {
  const rest = lower[0] === 0 && lower[1] === 1 && lower[2] === 5 ? lower.slice(2) : lower
  return rest.length >= 3 && rest.every((age, at) => at === 0 || age === (rest[at - 1] ?? 0) + 5)
}
