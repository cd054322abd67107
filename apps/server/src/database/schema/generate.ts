/**
 * Writes apps/server/migrations/schema.sql and src/database/generated/db-types.ts from a migrated database:
 *
 *   node apps/server/src/database/schema/generate.ts            write
 *   node apps/server/src/database/schema/generate.ts --check    exit 1 if either is stale
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPool } from '../connect.ts'
import { startTemporary } from '../embedded/start-embedded.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { describeColumns, describeSchema, type Column } from './describe-schema.ts'

const server = join(import.meta.dirname, '../../..')

/** How a value of each type arrives through connect.ts. */
const types: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  daterange: 'string',
  timestamptz: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  jsonb: 'unknown',
  _text: 'readonly string[]',
}

const database = await startTemporary()
try {
  const address = { host: '127.0.0.1', port: database.port, database: 'postgres', user: 'postgres' }
  const pool = openPool({ ...address, password: database.secrets.superuser }, { max: 1 })
  const client = await pool.connect()
  await migrate(client, await readMigrations())
  const files = [
    [join(server, 'migrations/schema.sql'), await describeSchema(client)],
    [join(server, 'src/database/generated/db-types.ts'), typesOf(await describeColumns(client))],
  ] as const
  client.release()
  await pool.end()
  const stale = files.filter(([path, text]) => read(path) !== text).map(([path]) => path.slice(server.length + 1))
  if (process.argv.includes('--check')) {
    if (stale.length > 0) {
      process.stderr.write(`Not current: ${stale.join(', ')}. Run: node apps/server/src/database/schema/generate.ts\n`)
      process.exitCode = 1
    }
  } else {
    for (const [path, text] of files) writeFileSync(path, text)
    process.stdout.write(stale.length === 0 ? 'nothing changed\n' : `${stale.join('\n')}\n`)
  }
} finally {
  await database.stop()
}

function typesOf(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, ({ table }) => table)
  const lines = ['// Written by apps/server/src/database/schema/generate.ts from a migrated database; do not edit.', '']
  lines.push(
    '/** Rows as they come from the database. A column of a view may always be null. */',
    'export interface Tables {',
  )
  for (const [table, own] of tables) {
    lines.push(`  readonly '${table}': {`)
    for (const { name, type, nullable } of own) {
      const plain = types[type]
      if (plain === undefined) throw new Error(`${table}.${name}: say in generate.ts how ${type} arrives`)
      lines.push(`    readonly ${name}: ${plain}${nullable && plain !== 'unknown' ? ' | null' : ''}`)
    }
    lines.push('  }')
  }
  return `${[...lines, '}'].join('\n')}\n`
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
