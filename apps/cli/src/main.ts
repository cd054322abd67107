#!/usr/bin/env node
import { commands } from './commands/index.ts'
import { runCommand } from './run-command.ts'
import { processTerminal } from './terminal.ts'

process.exitCode = await runCommand(process.argv.slice(2), { commands, terminal: processTerminal })
