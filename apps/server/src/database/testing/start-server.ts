import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { addressOf, openPool, type Address } from '../connect.ts'
import { startTemporary } from '../embedded/start-embedded.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { prepareQueues } from '../queues/prepare-queues.ts'
import { setRolePasswords } from '../roles.ts'
import { readSecrets, type Secrets } from '../secrets.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly owner: Address
    readonly secrets: Secrets
    readonly template: string
  }
}

/** One server for the run, with a migrated template that every test file clones. */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['DATABASE_URL']
  const { owner, secrets, stop } = url === undefined || url === '' ? await own() : await other(url)
  const template = `junheng_template_${process.pid}`
  const maintenance = openPool(owner, { max: 1 })
  await maintenance.query(`create database ${template} template template0`)
  const pool = openPool({ ...owner, database: template }, { max: 1 })
  const client = await pool.connect()
  await migrate(client, await readMigrations())
  await prepareQueues(client)
  await setRolePasswords(client, secrets)
  client.release()
  await pool.end()
  project.provide('owner', owner)
  project.provide('secrets', secrets)
  project.provide('template', template)
  return async () => {
    await maintenance.query(`drop database ${template}`)
    await maintenance.end()
    await stop()
  }
}

async function own() {
  const server = await startTemporary()
  const { port, secrets, stop } = server
  const owner = { host: '127.0.0.1', port, database: 'postgres', user: 'postgres', password: secrets.superuser }
  return { owner, secrets, stop }
}

async function other(url: string) {
  const home = await mkdtemp(join(tmpdir(), 'junheng-secrets-'))
  const secrets = await readSecrets(home)
  return { owner: addressOf(url), secrets, stop: () => rm(home, { recursive: true }) }
}
