import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { usageError } from '../usage-error.ts'

/** The CSV files of a folder, name → text. */
export async function readCsvFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => {
    throw usageError({ zh: `没有文件夹 ${folder}`, en: `there is no folder ${folder}` })
  })
  const files = names.filter((name) => name.endsWith('.csv')).sort()
  return new Map(
    await Promise.all(files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}

/** Writes all files or none: each beside its place first, then renamed. */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const pending = [...files].map(([name, text]) => ({ name, text, draft: join(folder, `.${name}.writing`) }))
  try {
    for (const { draft, text } of pending) await writeFile(draft, text)
    for (const { draft, name } of pending) await rename(draft, join(folder, name))
  } catch (error) {
    await Promise.all(pending.map(({ draft }) => rm(draft, { force: true })))
    throw error
  }
}
