import { coverage as coverageOf, type ClauseCoverage, type Coverage } from '@junheng/packs'
import type { Command, Language } from '../command.ts'
import { findPlace } from '../load-places.ts'
import { readArguments } from '../read-arguments.ts'
import { usageError } from '../usage-error.ts'

export const coverage: Command = {
  name: 'coverage',
  usage: 'PLACE [--json] [--dir packs]',
  summary: {
    zh: '方案每一条落实到哪里，哪些还只是承诺',
    en: 'what carries out each clause of the plan, and what is so far only promised',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' }, dir: { type: 'string' } })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw usageError({ zh: '要写一个地方', en: 'give one place' })
    const report = coverageOf(await findPlace(name, values.dir))
    if (values.json === true) terminal.print(JSON.stringify(report, null, 2))
    else for (const line of coverageLines(report, terminal.language)) terminal.print(line)
    return report.totals.marked === report.totals.clauses ? 0 : 1
  },
}

const marks = { live: '✓', promised: '…', narrative: '·' } as const

const kindWords: Readonly<Record<string, string>> = {
  rule: '规则',
  procedure: '办理',
  programme: '项目',
  register: '名册',
  indicator: '指标',
  duty: '职责',
  narrative: '叙述',
}

function coverageLines({ plan, clauses, totals, kinds }: Coverage, language: Language): readonly string[] {
  const kindWord = (kind: string): string => (language === 'zh' ? (kindWords[kind] ?? kind) : kind)
  const clauseLines = ({ path, heading, parts }: ClauseCoverage): readonly string[] => [
    `${path} ${heading}`,
    ...parts.map(
      ({ kind, gist, state, by }) =>
        `  ${marks[state]} ${kindWord(kind)} ${gist[language]}${by.length === 0 ? '' : ` → ${by.join(', ')}`}`,
    ),
  ]
  if (plan === null) return [language === 'zh' ? '这个地方没有方案' : 'this place has no plan']
  const perKind = kinds
    .filter(({ parts }) => parts > 0)
    .map(({ kind, parts, live, promised }) =>
      language === 'zh'
        ? `  ${kindWord(kind)}：${parts}，已落实 ${live}，只是承诺 ${promised}`
        : `  ${kind}: ${parts}, live ${live}, promised ${promised}`,
    )
  const { marked, markedPercent, live, promised, narrative, livePercent } = totals
  return [
    ...clauses.flatMap(clauseLines),
    '',
    language === 'zh'
      ? `${totals.clauses} 条，已标注 ${marked} 条（${markedPercent}%）；${totals.parts} 个部分：已落实 ${live}，只是承诺 ${promised}（落实 ${livePercent}%），叙述 ${narrative}`
      : `${totals.clauses} clauses, ${marked} marked (${markedPercent}%); ${totals.parts} parts: ${live} live, ${promised} only promised (${livePercent}% live), ${narrative} narrative`,
    ...perKind,
    language === 'zh' ? '✓ 已落实  … 只是承诺  · 叙述' : '✓ live  … only promised  · narrative',
  ]
}
