import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Department as Name } from '@junheng/connector'
import { departmentApp } from './app.ts'
import { Department, type Powers } from './department.ts'
import { forgetful, type Memory } from './memory.ts'
import { sendAnswer } from './send-answers.ts'

export interface RunningDepartment {
  readonly name: Name
  /** Base address on the loopback interface. */
  readonly address: string
  /** For tests and the demonstration: what it was sent, and how it behaves. */
  readonly department: Department
}

export interface StartOptions {
  /** Where answers go. Asked anew for each answer, because the service may move. */
  readonly service: () => string
  /** The key shared with the service, by department. */
  readonly keyOf: (name: Name) => Uint8Array
  readonly random?: () => number
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** What each remembers from before it was stopped; default: nothing. */
  readonly memoryOf?: (name: Name) => Memory
}

/** Starts the six simulated departments, each on a free port of 127.0.0.1. What they were working on ends with them. */
export async function startDepartments(options: StartOptions) {
  const { service, keyOf, random = Math.random, now = Date.now, memoryOf = () => forgetful } = options
  const timers = new Set<NodeJS.Timeout>()
  const servers: Server[] = []
  let stopped = false
  const seconds = () => Math.floor(now() / 1000)
  const running: RunningDepartment[] = []
  for (const name of Name.options) {
    const key = keyOf(name)
    const powers: Powers = {
      now: () => new Date(now()).toISOString(),
      random,
      newId: randomUUID,
      later(milliseconds, work) {
        const timer = setTimeout(() => {
          timers.delete(timer)
          work()
        }, milliseconds)
        timers.add(timer)
      },
      send(answer, { forged }) {
        const addressee = { address: service(), key }
        void sendAnswer(answer, { addressee, forged, seconds, pause: (ms) => pause(ms), stopped: () => stopped }).then(
          (taken) => (taken ? department.noteTaken(answer) : undefined),
        )
      },
    }
    const department = new Department(name, powers, memoryOf(name))
    const listener = getRequestListener(departmentApp(department, { key, seconds, random }).fetch)
    const server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    servers.push(server)
    running.push({ name, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, department })
  }
  return {
    departments: running as readonly RunningDepartment[],
    async stop(): Promise<void> {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
        await once(server, 'close')
      }
    },
  }
}
