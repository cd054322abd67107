import {
  project,
  projectionTables,
  projectRegions,
  readProjectionInputs,
  totalOf,
  type NamedProjection,
  type ProjectionInputs,
} from '@junheng/demography'
import type { ExitCode, Terminal } from '../command.ts'
import { readCsvFolder, writeFolder } from './project-files.ts'

/** `junheng project --inputs DIR --to YEAR --out DIR`: any population from plain CSV, deterministic. */
export async function projectInputs(
  { inputs: folder, to, out }: { readonly inputs: string; readonly to: number; readonly out: string },
  { language, print, complain }: Terminal,
): Promise<ExitCode> {
  const read = readProjectionInputs(await readCsvFolder(folder), { to })
  if (!read.ok) {
    for (const { file, line, code, text } of read.problems)
      complain(`${file}${line === null ? '' : `:${line}`} ${code} ${text[language]}`)
    complain(
      {
        zh: `共 ${read.problems.length} 处问题；没有计算，没有写任何文件`,
        en: `${read.problems.length} problems; nothing computed, nothing written`,
      }[language],
    )
    return 1
  }
  const { assumptions, firstYear, step, date } = read.inputs
  const projections = projectAll(read.inputs)
  const files = projectionTables(projections, { assumptions, step })
  await writeFolder(out, files)
  for (const { region, projection } of projections) {
    const last = projection.population.at(-1)
    if (last === undefined) continue
    const [before, after] = [projection.population[0] ?? last, last].map((people) => Math.round(totalOf(people)))
    const day = { january: { zh: '1 月 1 日', en: '1 January' }, july: { zh: '7 月 1 日', en: '1 July' } }[date][
      language
    ]
    print(
      language === 'zh'
        ? `${region}${region === '' ? '' : '：'}${firstYear} 年 ${day} ${before} 人 → ${to} 年 ${day} ${after} 人`
        : `${region}${region === '' ? '' : ': '}${day} ${firstYear} ${before} → ${day} ${to} ${after}`,
    )
  }
  print(language === 'zh' ? '假定：' : 'Assumptions:')
  for (const { text, source } of assumptions) print(`  · ${text[language]} [${source}]`)
  print(`${[...files.keys()].join(', ')} → ${out}`)
  return 0
}

/** Regions with moves between them go together, others one by one. */
function projectAll({ regions, firstYear, timing, moves }: ProjectionInputs): readonly NamedProjection[] {
  if (moves.some((year) => year.length > 0)) {
    const together = projectRegions(regions, { firstYear, timing, movesOf: (year) => moves[year] ?? [] })
    return together.map((projection, at) => ({ region: regions[at]?.region ?? '', projection }))
  }
  return regions.map(({ region, start, years, groupQuarters }) => ({
    region,
    projection: project({
      start,
      firstYear,
      years,
      timing,
      ...(groupQuarters === undefined ? {} : { groupQuarters }),
    }),
  }))
}
