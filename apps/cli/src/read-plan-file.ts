import { readFile, stat } from 'node:fs/promises'
import { DomainError } from '@junheng/kernel'

/** A plan's file as its text and outline. Throws a DomainError that says what is wrong and what to do. */
export async function readPlanFile(path: string) {
  const [{ fileProblem, largestFile, readFile: readBytes }, { isPlan, readPlan }] = await Promise.all([
    import('@junheng/plans/formats'),
    import('@junheng/plans'),
  ])
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) {
    throw new DomainError('no-plan-file', { text: { zh: `没有这个文件：${path}`, en: `there is no file ${path}` } })
  }
  // A file far too large is refused before it is read into memory.
  if (found.size > largestFile) throw unreadable(path, fileProblem('too-large').message)
  const read = await readBytes(await readFile(path))
  if (!read.ok) throw unreadable(path, read.problem.message)
  const outline = readPlan(read.text)
  if (!isPlan(outline, read.text)) throw unreadable(path, fileProblem('not-a-plan').message)
  return { text: read.text, outline }
}

function unreadable(
  path: string,
  { zh, en }: { readonly zh: string; readonly en: string },
): DomainError<'unreadable-plan'> {
  return new DomainError('unreadable-plan', { text: { zh: `${path}：${zh}`, en: `${path}: ${en}` } })
}
