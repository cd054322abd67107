import type { Day } from '@junheng/kernel'
import type { Text } from '@junheng/rules'

/** 0: done, nothing wrong. 1: the packs or the answer are wrong. 2: the command was asked in a way it cannot follow. */
export type ExitCode = 0 | 1 | 2

export type Language = 'zh' | 'en'

/** The world outside a command: where it writes, the language it speaks, the clock, standard input. */
export interface Terminal {
  readonly language: Language
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
  /** Today in China; the only clock of the program. */
  readonly today: () => Day
  readonly readInput: () => Promise<string>
}

/** One word after `junheng`. */
export interface Command {
  readonly name: string
  /** What follows the name, e.g. `PLACE SITUATION.json --on YYYY-MM-DD`. */
  readonly usage: string
  readonly summary: Text
  readonly details?: Text
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}
