import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '@junheng/kernel'
import type { Score, Truth } from '@junheng/plans/evaluate'
import type { Command, Terminal } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { readPlanFile } from '../read-plan-file.ts'
import { usageError } from '../usage-error.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..')
/** Hand-made annotations beside the repository, where there are any. */
const besideRepository = join(root, '../shared/policy/truth')

export const evalReader: Command = {
  name: 'eval-reader',
  usage: '[DIR] [--details] [--json]',
  summary: {
    zh: '用人工标注检验读方案的准确度：精确率、召回率、F1',
    en: 'measures the plan reader against hand-made annotations: precision, recall, F1',
  },
  details: {
    zh: 'DIR 里是标注（*.json），原文在同一处或旁边的 seeds、more。不写 DIR 时用仓库旁边的 ../shared/policy/truth。',
    en: 'DIR holds annotations (*.json); texts lie there or in seeds or more beside it. Without DIR: ../shared/policy/truth beside the repository.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { details: { type: 'boolean' }, json: { type: 'boolean' } })
    if (positionals.length > 1) throw usageError({ zh: '只写一个目录', en: 'give one directory' })
    const directory = positionals[0] ?? besideRepository
    const { addScores, scoreOutline } = await import('@junheng/plans/evaluate')
    const documents: { readonly file: string; readonly scores: readonly Score[] }[] = []
    for (const truth of await readTruths(directory)) {
      const { outline } = await readPlanFile(await findText(directory, truth.file))
      documents.push({ file: truth.file, scores: scoreOutline(outline, truth) })
    }
    const total = addScores(documents.flatMap(({ scores }) => scores))
    if (values.json === true) terminal.print(JSON.stringify({ documents, total }, null, 1))
    else
      for (const line of await tableLines(
        [...documents, { file: terminal.language === 'zh' ? '合计' : 'all', scores: total }],
        values.details === true,
        terminal,
      ))
        terminal.print(line)
    return 0
  },
}

async function readTruths(directory: string): Promise<readonly Truth[]> {
  const { isTruth } = await import('@junheng/plans/evaluate')
  const names = await readdir(directory).catch(() => null)
  const files = (names ?? []).filter((name) => name.endsWith('.json')).toSorted()
  const read = await Promise.all(
    files.map(async (name): Promise<unknown> => JSON.parse(await readFile(join(directory, name), 'utf8'))),
  )
  const truths = read.filter(isTruth)
  if (truths.length === 0) {
    throw new DomainError('no-truth', {
      text: {
        zh: `${directory} 里没有人工标注。给出目录：junheng eval-reader DIR，例如 packages/plans/fixtures`,
        en: `there are no annotations in ${directory}. Give a directory: junheng eval-reader DIR, for example packages/plans/fixtures`,
      },
    })
  }
  return truths
}

async function findText(directory: string, file: string): Promise<string> {
  for (const place of [directory, join(directory, '../seeds'), join(directory, '../more'), join(directory, '..')]) {
    if ((await readdir(place).catch((): string[] => [])).includes(file)) return join(place, file)
  }
  throw new DomainError('no-text', {
    text: { zh: `找不到标注的原文 ${file}`, en: `the annotated text ${file} is not there` },
  })
}

/** A Markdown table, so that it can be pasted into the docs as it is. */
async function tableLines(
  rows: readonly { readonly file: string; readonly scores: readonly Score[] }[],
  details: boolean,
  { language }: Pick<Terminal, 'language'>,
): Promise<readonly string[]> {
  const { f1, precision, recall } = await import('@junheng/plans/evaluate')
  const head =
    language === 'zh'
      ? ['文件', '类别', '精确率', '召回率', 'F1', '命中/读出/应有']
      : ['file', 'kind', 'precision', 'recall', 'F1', 'hits/found/expected']
  const number = (value: number): string => value.toFixed(3)
  return [
    `| ${head.join(' | ')} |`,
    '|---|---|---|---|---|---|',
    ...rows.flatMap(({ file, scores }) =>
      scores.flatMap((score) => [
        `| ${file} | ${score.kind} | ${number(precision(score))} | ${number(recall(score))} | ${number(f1(score))} | ${score.hits}/${score.found}/${score.expected} |`,
        ...(details
          ? [...score.missed.map((item) => `|  | − ${item} ||||`), ...score.extra.map((item) => `|  | + ${item} ||||`)]
          : []),
      ]),
    ),
  ]
}
