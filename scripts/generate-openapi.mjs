/**
 * Writes apps/server/openapi.json from the server's routes, and from it the types of the web's client; and
 * apps/departments/openapi.json, what a department carries out;
 * `--check` only says whether both are current.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describeDepartments } from '../apps/departments/src/index.ts'
import { describeService } from '../apps/server/src/index.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
// openapi-typescript belongs to the web and stands on the web's own, older TypeScript.
const require = createRequire(join(root, 'apps/web/package.json'))
const module = await import(pathToFileURL(require.resolve('openapi-typescript')).href)
const { default: openapiTypes, astToString } = module.default.default === undefined ? module : module.default

const description = describeService()
const files = [
  ['apps/server/openapi.json', `${JSON.stringify(description, null, 2)}\n`],
  ['apps/departments/openapi.json', `${JSON.stringify(describeDepartments(), null, 2)}\n`],
  ['apps/web/src/api/openapi.d.ts', astToString(await openapiTypes(structuredClone(description)))],
]
const stale = files.filter(([path, text]) => {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false
  if (process.argv.includes('--check')) return true
  writeFileSync(file, text)
  process.stdout.write(`${path}\n`)
  return false
})
if (stale.length > 0) {
  process.stderr.write(
    `Not current: ${stale.map(([path]) => path).join(', ')}. Run: node scripts/generate-openapi.mjs\n`,
  )
  process.exitCode = 1
}
