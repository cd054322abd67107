import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import type pg from 'pg'
import { openPool, type Address } from '../connect.ts'
import type { Secrets } from '../secrets.ts'
import { beyondOneCounty } from './beyond-one-county.ts'
import { citusWorkers, spreadOverCluster } from './citus-database.ts'
import { noteStatements } from './note-statements.ts'

/** A fresh migrated database for one test file. */
export interface TestDatabase {
  readonly app: pg.Pool
  readonly owner: pg.Pool
  readonly auditor: pg.Pool
  readonly address: Address
  readonly secrets: Secrets
}

/**
 * Clones the template before the file's tests and drops the clone after them. Whatever the file tests, no statement that it
 * sent as junheng_app may reach beyond one county.
 */
export function testDatabase(): () => TestDatabase {
  const statements = new Set<string>()
  let made: TestDatabase | undefined
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const [owner, secrets, template] = [inject('owner'), inject('secrets'), inject('template')]
    const name = `junheng_test_${randomUUID().slice(0, 8)}`
    const maintenance = openPool(owner, { max: 1 })
    // Two files that start at once may not clone the template together.
    await maintenance.query('select pg_advisory_lock(7482012)')
    await maintenance.query(`create database ${name} template ${template}`)
    await maintenance.query('select pg_advisory_unlock(7482012)')
    const address = { ...owner, database: name }
    const dropElsewhere = citusWorkers().length > 0 ? await spreadOverCluster(address) : async () => undefined
    const as = (user: string, password: string) => openPool({ ...address, user, password }, { max: 4 })
    made = {
      app: as('junheng_app', secrets.app),
      owner: openPool(address, { max: 4 }),
      auditor: as('junheng_auditor', secrets.auditor),
      address,
      secrets,
    }
    noteStatements(made.app, (sql) => void statements.add(sql))
    const pools = [made.app, made.owner, made.auditor]
    drop = async () => {
      for (const pool of pools) await pool.end()
      await maintenance.query(`drop database ${name} with (force)`)
      await dropElsewhere()
      await maintenance.end()
    }
  })
  afterAll(async () => {
    await drop?.()
    expect([...statements].filter((sql) => beyondOneCounty(sql).length > 0)).toEqual([])
  })
  return () => {
    if (made === undefined) throw new Error('the test database is there only while tests run')
    return made
  }
}
