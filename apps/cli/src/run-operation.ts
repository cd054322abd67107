import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '@junheng/kernel'
import type { ExitCode, Terminal } from './command.ts'

const program = join(dirname(fileURLToPath(import.meta.url)), '../../server/src/database/operations/main.ts')

/** Runs an operation on the server's database in a process of its own: the command line itself needs no database. */
export async function runOperation(name: string, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (!existsSync(program)) {
    throw new DomainError('no-server', {
      text: { zh: '这里没有安装服务端（apps/server）', en: 'the server (apps/server) is not here' },
    })
  }
  const child = spawn(process.execPath, [program, name, terminal.language, ...args], {
    stdio: ['inherit', 'inherit', 'inherit'],
  })
  // Who ends this program means the operation too: it stops its database and clears away what is half written.
  const passOn = (signal: NodeJS.Signals) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, passOn)
  const { code, killed } = await new Promise<{ code: number | null; killed: boolean }>((done, fail) => {
    child.on('error', fail)
    child.on('exit', (exit, signal) => done({ code: exit, killed: signal !== null }))
  })
  for (const signal of signals) process.removeListener(signal, passOn)
  // Killed outright it could stop nothing itself.
  if (killed && name !== 'release') await runOperation('release', [], terminal)
  return code === 0 ? 0 : code === 2 ? 2 : 1
}
