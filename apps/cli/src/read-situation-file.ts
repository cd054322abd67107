import { readFile, stat } from 'node:fs/promises'
import { DomainError } from '@junheng/kernel'
import type { Terminal } from './command.ts'
import { usageError } from './usage-error.ts'

const maximumBytes = 1024 * 1024

/** The JSON of a situation file, or of standard input for `-`. What it holds is never repeated in a message. */
export async function readSituationFile(path: string, terminal: Pick<Terminal, 'readInput'>): Promise<unknown> {
  const text = path === '-' ? await terminal.readInput() : await readText(path)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const at = position(text, error instanceof Error ? error.message : '')
    throw usageError({ zh: `家庭情况不是合法的 JSON${at.zh}`, en: `the situation is not valid JSON${at.en}` })
  }
}

async function readText(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) {
    throw usageError({ zh: `没有这个文件：${path}`, en: `there is no file ${path}` })
  }
  if (found.size > maximumBytes) {
    throw new DomainError('situation-too-long', {
      text: { zh: '家庭情况文件超过 1 MB', en: 'the situation file is longer than 1 MB' },
    })
  }
  return readFile(path, 'utf8')
}

/** Where the text stops being JSON; the message of the parser itself quotes the text and is kept back. */
function position(text: string, message: string): { readonly zh: string; readonly en: string } {
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? NaN)
  if (Number.isNaN(offset)) return { zh: '', en: '' }
  const before = text.slice(0, offset).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return { zh: `（第 ${before.length} 行第 ${column} 列）`, en: ` (line ${before.length}, column ${column})` }
}
