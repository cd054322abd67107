#!/usr/bin/env node
import { commands } from './commands/index.ts'
import { runCommand } from './run-command.ts'
import { processTerminal } from './terminal.ts'

// A reader such as `head` may leave before the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await runCommand(process.argv.slice(2), { commands, terminal: processTerminal })
