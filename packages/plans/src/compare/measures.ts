import type { Outline, PlanBenefit, Target, UnitRoles } from '../outline.ts'
import { amountWords, targetWords } from '../target-words.ts'

/** One numbered item of a plan's tasks, as far as two plans are compared by it. */
export interface Measure {
  readonly path: string
  readonly heading: string
  readonly units: UnitRoles
  /** Words beside the heading that tell what it is about. */
  readonly words: string
  readonly figures: readonly MeasureFigure[]
}

/** A number of a measure: a target's or a benefit's. */
export interface MeasureFigure {
  readonly kind: 'target' | 'benefit'
  readonly name: string
  /** `≥4.5 个/千人口（2025）`, `500 元 每学期`. */
  readonly text: string
}

/** The measures of the plan in an outline: its innermost numbered sections. Reports and annexes are left out. */
export function measuresOf(outline: Outline): readonly Measure[] {
  const plan = outline.parts.filter(({ kind }) => kind === 'plan')
  const within = (line: number): boolean =>
    plan.length === 0 || plan.some(({ lines }) => lines[0] <= line && line <= lines[1])
  const parents = new Set(outline.sections.map(({ path }) => path.slice(0, path.lastIndexOf('/'))))
  const targets = groupBySection(outline.targets)
  const benefits = groupBySection(outline.benefits)
  return outline.sections
    .filter(({ path, line }) => within(line) && !parents.has(path))
    .map(({ path, heading, units }) => {
      const own = [...(targets.get(path) ?? []).map(targetFigure), ...(benefits.get(path) ?? []).map(benefitFigure)]
      return { path, heading, units, words: own.map(({ name }) => name).join(' '), figures: own }
    })
}

function groupBySection<T extends { readonly section: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(item.section)
    if (group) group.push(item)
    else groups.set(item.section, [item])
  }
  return groups
}

function targetFigure({ indicator, comparator, value, unit, byYear, fromYear, perYear }: Target): MeasureFigure {
  const number = targetWords({ comparator, value }, 'zh')
  const time =
    byYear !== null ? `（${byYear}）` : fromYear !== undefined ? `（${fromYear} 起）` : perYear ? '（每年）' : ''
  return {
    kind: 'target',
    name: indicator,
    text: `${number} ${value === null ? '' : (unit ?? '')}${time}`.replace(/ +(?=（|$)/, '').trim(),
  }
}

function benefitFigure({ name, amount, unit, period, comparator, force }: PlanBenefit): MeasureFigure {
  const sign =
    comparator === '>=' ? '不少于 ' : comparator === '<=' ? '不超过 ' : comparator === 'waived' ? '取消 ' : ''
  const number = amount === null ? '未写金额' : `${amountWords(amount)} ${unit ?? ''}`
  return {
    kind: 'benefit',
    name,
    text: [`${force ? `${force} ` : ''}${sign}${number}`, period]
      .filter((part) => part !== null && part !== '')
      .join(' ')
      .trim(),
  }
}
