/** Writes packs/schema/*.json, which editors complete and check by; `--check` only says whether they are current. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packSchemas } from '../packages/packs/src/index.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../packs/schema')
const stale = Object.entries(packSchemas()).filter(([kind, schema]) => {
  const file = join(folder, `${kind}.json`)
  const text = `${JSON.stringify(schema, null, 2)}\n`
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false
  if (process.argv.includes('--check')) return true
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, text)
  process.stdout.write(`packs/schema/${kind}.json\n`)
  return false
})
if (stale.length > 0) {
  const names = stale.map(([kind]) => `packs/schema/${kind}.json`).join(', ')
  process.stderr.write(`Not current: ${names}. Run: node scripts/generate-schemas.mjs\n`)
  process.exitCode = 1
}
