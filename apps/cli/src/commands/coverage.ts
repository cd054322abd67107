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
    const place = await findPlace(name, values.dir)
    const report = coverageOf(place)
    const draft = place.documents.some(({ id, status }) => id === report.plan && status === 'draft')
    if (values.json === true) {
      terminal.print(JSON.stringify(report, null, 2))
    } else {
      if (draft) terminal.print(draftPlan[terminal.language])
      for (const line of coverageLines(report, terminal.language)) terminal.print(line)
    }
    return report.totals.marked === report.totals.clauses ? 0 : 1
  },
}

const draftPlan = { zh: '方案还是送审稿，没有施行', en: 'the plan is still a draft and not in force' }

const marks = { answered: '✓', recorded: '○', promised: '…', narrative: '·' } as const

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
    .map(({ kind, parts, answered, recorded, promised }) =>
      language === 'zh'
        ? `  ${kindWord(kind)}：${parts}，能查能答 ${answered}，只记入任务或指标 ${recorded}，只是承诺 ${promised}`
        : `  ${kind}: ${parts}, answered ${answered}, recorded ${recorded}, promised ${promised}`,
    )
  const { marked, markedPercent, answered, recorded, promised, narrative } = totals
  return [
    ...clauses.flatMap(clauseLines),
    '',
    language === 'zh'
      ? `${totals.clauses} 条，已标注 ${marked} 条（${markedPercent}%）；${totals.parts} 个部分：能查能答 ${answered}，只记入任务或指标 ${recorded}，只是承诺 ${promised}，叙述 ${narrative}`
      : `${totals.clauses} clauses, ${marked} marked (${markedPercent}%); ${totals.parts} parts: ${answered} answered, ${recorded} recorded as target or duty, ${promised} only promised, ${narrative} narrative`,
    ...perKind,
    language === 'zh'
      ? '✓ 能查能答  ○ 只记入任务或指标，还没有数据跟踪  … 只是承诺  · 叙述'
      : '✓ answered  ○ recorded as target or duty, not yet measured  … only promised  · narrative',
  ]
}
