#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Compiled code is kept between runs, which halves the time a command takes to start. Where it cannot be, all goes on.
enableCompileCache()

// A reader such as `head` may leave before the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const [{ commands }, { runCommand }, { processTerminal }] = await Promise.all([
  import('./commands/index.ts'),
  import('./run-command.ts'),
  import('./terminal.ts'),
])
process.exitCode = await runCommand(process.argv.slice(2), { commands, terminal: processTerminal })
