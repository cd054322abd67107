import { readFile, stat } from 'node:fs/promises'
import type { Text } from '@junheng/rules'
import type { Terminal } from './command.ts'
import { usageError } from './usage-error.ts'

const maximumBytes = 1024 * 1024

/** The JSON of a situation file, or of standard input for `-`. What it holds is never repeated in a message. */
export async function readSituationFile(path: string, terminal: Pick<Terminal, 'readInput'>): Promise<unknown> {
  return readJsonFile(path, { terminal, what: { zh: '家庭情况', en: 'situation' } })
}

/** The same for any JSON; `what` says in messages what it should have been. */
export async function readJsonFile(
  path: string,
  { terminal, what }: { readonly terminal: Pick<Terminal, 'readInput'>; readonly what: Text },
): Promise<unknown> {
  // Some editors put a byte-order mark in front of what they save.
  const text = (path === '-' ? await terminal.readInput() : await readText(path, what)).replace(/^\uFEFF/u, '')
  try {
    return JSON.parse(text) as unknown
  } catch {
    const at = position(text)
    throw usageError({ zh: `${what.zh}不是合法的 JSON${at.zh}`, en: `the ${what.en} is not valid JSON${at.en}` })
  }
}

async function readText(path: string, what: Text): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) {
    throw usageError({ zh: `没有这个文件：${path}`, en: `there is no file ${path}` })
  }
  if (found.size > maximumBytes) {
    throw usageError({ zh: `${what.zh}文件超过 1 MB`, en: `the ${what.en} file is longer than 1 MB` })
  }
  return readFile(path, 'utf8')
}

/** Where the text stops being JSON; the message of the parser itself quotes the text and is kept back. */
function position(text: string): { readonly zh: string; readonly en: string } {
  const offset = firstFault(text)
  if (offset === text.length) return { zh: '：没有写完', en: ': it ends too early' }
  const before = text.slice(0, offset).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return { zh: `（第 ${before.length} 行第 ${column} 列）`, en: ` (line ${before.length}, column ${column})` }
}

/** The offset of the first character that cannot go on; the length of a text that only ends too early. */
function firstFault(text: string): number {
  let sound = 0
  let faulty = text.length + 1
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2)
    if (mayGoOn(text.slice(0, middle))) sound = middle
    else faulty = middle
  }
  return sound
}

/** True for the beginning of some JSON text. */
function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const at = /position (\d+)/.exec(message)?.[1]
    return /end of JSON|Unterminated/.test(message) || (at !== undefined && Number(at) >= beginning.length)
  }
}
