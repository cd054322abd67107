import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { environment, root } from './prepare.mjs'
import { run } from './run.mjs'

/** Time of the newest source under a folder, in milliseconds. */
function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue
    const path = join(folder, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return latest
}

/** Builds the web when it was never built or a source is newer than the build. */
export async function buildWeb() {
  const index = join(root, 'apps/web/dist/index.html')
  const parts = ['kernel', 'rules', 'entitlements', 'demography', 'plans'].map((name) => `packages/${name}`)
  const sources = ['apps/web', ...parts].map((folder) => join(root, folder))
  if (existsSync(index) && statSync(index).mtimeMs > Math.max(...sources.map(newest))) return
  process.stdout.write('Building the web … 正在生成网页\n')
  await run(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], {
    cwd: join(root, 'apps/web'),
    env: environment(),
    quiet: true,
  })
}
