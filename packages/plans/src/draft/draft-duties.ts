import type { Deadline, Outline, Recurrent, Section, Target } from '../outline.ts'
import { untranslated } from './draft-benefit.ts'
import type { YamlValue } from './yaml.ts'

type Entry = { readonly [key: string]: YamlValue | undefined }

/** An entry of targets.yaml or duties.yaml, with the clause that names it. */
export interface DraftEntry {
  readonly id: string
  readonly section: string
  readonly gist: string
  readonly entry: Entry
}

const comparators = new Set(['>=', '<=', '=', 'range', 'exists', 'stable-low', 'increase-yearly', 'annual-plan'])

export function draftTargets(outline: Outline, document: string): readonly DraftEntry[] {
  return outline.targets
    .filter(({ duplicateOf }) => duplicateOf === undefined)
    .map((target, i) => {
      const id = `plan-target-${String(i + 1).padStart(2, '0')}`
      const number = typeof target.value === 'string' ? null : target.value
      const comparator = comparators.has(target.comparator) ? target.comparator : 'national-average'
      const label = typeof target.value === 'string' ? `${target.indicator}：${target.value}` : target.indicator
      return {
        id,
        section: target.section,
        gist: gistOfTarget(target),
        entry: {
          id,
          label: untranslated(label || target.section),
          value: number,
          unit: target.unit,
          comparator: number === null && comparator === '=' ? 'exists' : comparator,
          byYear: target.byYear,
          ...(target.fromYear === undefined ? {} : { fromYear: target.fromYear }),
          ...(target.perYear ? { per: '每年' } : {}),
          ...(target.scope === undefined ? {} : { scope: untranslated(target.scope) }),
          flags: flagsOf(target),
          source: { document, clause: target.section },
        },
      }
    })
}

/** `托位数 ≥ 4.5 个/千人口（2025 年）`. */
function gistOfTarget({ indicator, comparator, value, unit, byYear }: Target): string {
  const sign = comparator === '>=' ? '≥' : comparator === '<=' ? '≤' : ''
  const number = value === null ? '' : typeof value === 'object' ? value.join('—') : String(value)
  return `${indicator} ${sign}${number}${number === '' ? '' : (unit ?? '')}${byYear === null ? '' : `（${byYear} 年）`}`.trim()
}

function flagsOf(target: Target): readonly string[] {
  const flags: string[] = []
  if (target.derived) flags.push('derived')
  if (target.yearInherited) flags.push('inherited-year')
  if (target.soft) flags.push('soft')
  if (target.force === '力争' || target.force === '原则上' || target.force === '必须') flags.push(target.force)
  return flags
}

const every: Readonly<Record<string, string>> = {
  每天: 'day',
  每周: 'week',
  每月: 'month',
  每季度: 'quarter',
  每半年: 'half-year',
  每年: 'year',
  每两年: 'two-years',
  每三年: 'three-years',
  每五年: 'five-years',
}

export function draftDuties(outline: Outline, document: string): readonly DraftEntry[] {
  const units = new Map(outline.sections.map((section) => [section.path, section.units]))
  const make = (item: Deadline | Recurrent, i: number, own: Entry, gist: string): DraftEntry => {
    const id = `plan-duty-${String(i + 1).padStart(2, '0')}`
    return {
      id,
      section: item.section,
      gist,
      entry: { id, ...own, ...rolesOf(units.get(item.section)), source: { document, clause: item.section } },
    }
  }
  return [...outline.deadlines, ...outline.recurrent].map((item, i) => {
    const what = item.what || item.section
    if ('period' in item) {
      const report = /报告|报送|汇报|上报/.test(item.what)
      return make(
        item,
        i,
        {
          kind: report ? 'report' : 'recurrent',
          gist: untranslated(`${item.period}：${what}`),
          every: every[item.period] ?? 'unspecified',
          ...(item.due === undefined ? {} : { dueDay: item.due }),
          ...(item.to === undefined || item.to === '' ? {} : { to: item.to }),
        },
        `${item.period}：${what}`,
      )
    }
    const gist = `${item.date}${item.start ? ' 起' : ' 前'}：${what}`
    return make(item, i, { kind: 'deadline', gist: untranslated(gist), due: item.date }, gist)
  })
}

/** Only the roles that a bracket fills. */
export function rolesOf(units: Section['units'] | undefined): Entry {
  if (!units) return {}
  return Object.fromEntries(Object.entries(units).filter(([, names]) => names.length > 0))
}
