import { text } from 'node:stream/consumers'
import { getDay, type Day } from '@junheng/kernel'
import type { Terminal } from './command.ts'

/** The real terminal and the real clock. */
export const processTerminal: Omit<Terminal, 'language'> = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  today: todayInChina,
  readInput: () => text(process.stdin),
}

function todayInChina(): Day {
  return getDay(Temporal.Now.plainDateISO('Asia/Shanghai').toString())
}
