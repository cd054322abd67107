import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { checkPacks, isError, loadPacks } from '../../packages/packs/src/index.ts'
import { readPackFiles } from '../../apps/cli/src/pack-files.ts'
import { storedFiles } from './stored-zip.ts'

const everyDay = { isWorkday: () => true, isStatutoryHoliday: () => false, firstYear: 1990, lastYear: 2100 }

/** What became of a plan: the pack as the loader sees it beside the packs that are kept, and what is still open. */
export interface Exported {
  readonly files: ReadonlyMap<string, string>
  /** Problems the loader has with the draft, `code path`. */
  readonly problems: readonly string[]
  /** Errors of the check that stand in the draft's own files. */
  readonly errors: readonly string[]
  readonly pack: NonNullable<ReturnType<ReturnType<typeof loadPacks>['packs']['get']>>
  /** The lines of OPEN-QUESTIONS.md that ask something. */
  readonly questions: readonly string[]
}

/** Presses the export button, takes the file that is handed over, and gives it to the loader and the check. */
export async function exportDraft(page: Page, id: string): Promise<Exported> {
  await page.getByLabel('包的代号').fill(id)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出政策包草稿' }).click(),
  ])
  // The browser runs elsewhere as far as the test knows: the file is copied over.
  const folder = await mkdtemp(join(tmpdir(), 'junheng-draft-'))
  const archive = join(folder, download.suggestedFilename())
  await download.saveAs(archive)
  const files = storedFiles(await readFile(archive))
  await rm(folder, { recursive: true })
  const drafted = [...files].filter(([path]) => path.endsWith('.yaml'))
  const kept = await readPackFiles(fileURLToPath(new URL('../../packs', import.meta.url)))
  const all = new Map([...kept, ...drafted])
  const loaded = loadPacks(all)
  const pack = loaded.packs.get(id)
  if (pack === undefined) throw new Error(`the exported files hold no pack ${id}: ${[...files.keys()].join(', ')}`)
  const own = (path: string): boolean => files.has(path)
  return {
    files,
    problems: loaded.problems.map(({ code, file }) => `${code} ${file}`),
    errors: checkPacks(all, everyDay)
      .problems.filter((problem) => isError(problem) && own(problem.file))
      .map(({ code, file }) => `${code} ${file}`),
    pack,
    questions: ([...files].find(([path]) => path.endsWith('OPEN-QUESTIONS.md'))?.[1] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('- ')),
  }
}
