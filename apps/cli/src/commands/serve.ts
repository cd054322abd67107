import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '@junheng/kernel'
import type { Command } from '../command.ts'

const server = join(dirname(fileURLToPath(import.meta.url)), '../../../server/src/main.ts')

export const serve: Command = {
  name: 'serve',
  usage: '[server arguments]',
  summary: { zh: '启动网页和接口', en: 'starts the pages and the API' },
  async run(args) {
    if (!existsSync(server)) {
      throw new DomainError('no-server', {
        text: { zh: '这里没有安装服务端（apps/server）', en: 'the server (apps/server) is not here' },
      })
    }
    const child = spawn(process.execPath, [server, ...args], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
    const code = await new Promise<number | null>((done, fail) => {
      child.on('error', fail)
      child.on('exit', (exit) => done(exit))
    })
    return code === 0 || code === null ? 0 : 1
  },
}
