import type { Measure, MeasurePair } from '@junheng/plans'
import type { Command, Language } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { readPlanFile } from '../read-plan-file.ts'
import { usageError } from '../usage-error.ts'

export const diffPlans: Command = {
  name: 'diff-plans',
  usage: 'A B [--json]',
  summary: { zh: '逐条措施比较两份方案', en: 'compares two plans measure by measure' },
  details: {
    zh: '按标题和主题对齐；‹ 只在第一份里，› 只在第二份里，≠ 数字不同。',
    en: 'Measures are aligned by heading and topic; ‹ only in the first, › only in the second, ≠ numbers differ.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
    const [first, second, ...more] = positionals
    if (first === undefined || second === undefined || more.length > 0)
      throw usageError({ zh: '要写两个文件', en: 'give two files' })
    const [a, b] = [await readPlanFile(first), await readPlanFile(second)]
    const { comparePlans, measuresOf } = await import('@junheng/plans')
    const pairs = comparePlans(measuresOf(a.outline), measuresOf(b.outline))
    if (values.json === true) terminal.print(JSON.stringify({ a: a.outline.title, b: b.outline.title, pairs }, null, 1))
    else for (const line of lines(pairs, [a.outline.title, b.outline.title], terminal.language)) terminal.print(line)
    return 0
  },
}

function lines(
  pairs: readonly MeasurePair[],
  [a, b]: readonly [string | null, string | null],
  language: Language,
): readonly string[] {
  const both = pairs.filter((pair) => pair.a !== null && pair.b !== null).length
  const onlyA = pairs.filter((pair) => pair.b === null).length
  const onlyB = pairs.filter((pair) => pair.a === null).length
  return [
    `‹ ${a ?? '?'}`,
    `› ${b ?? '?'}`,
    '',
    ...pairs.flatMap(pairLines),
    '',
    language === 'zh'
      ? `两份都有 ${both} 条，只在第一份 ${onlyA} 条，只在第二份 ${onlyB} 条`
      : `${both} in both, ${onlyA} only in the first, ${onlyB} only in the second`,
  ]
}

function pairLines({ a, b, figures }: MeasurePair): readonly string[] {
  const name = (measure: Measure): string => `${measure.path} ${measure.heading}`
  const head = a && b ? `= ${name(a)} ~ ${name(b)}` : a ? `‹ ${name(a)}` : b ? `› ${name(b)}` : ''
  return [
    head,
    ...figures.map((figure) => {
      if (figure.same) return `    = ${figure.name}: ${figure.a ?? ''}`
      if (figure.a !== null && figure.b !== null) return `    ≠ ${figure.name}: ${figure.a} | ${figure.b}`
      return figure.a !== null ? `    ‹ ${figure.name}: ${figure.a}` : `    › ${figure.name}: ${figure.b ?? ''}`
    }),
  ]
}
