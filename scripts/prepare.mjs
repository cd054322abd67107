/**
 * Prepares what a command needs on a machine that has only Node ≥ 20 and npm: the packages of a folder, and
 * the pinned Node. Runs under the machine's own Node, so it is plain JavaScript without dependencies.
 */
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What the folders are for, said while they are being installed. */
const folders = {
  '.': 'the packages of the product (490 MB, of which 210 MB is Node 26)',
  conformance: 'PostgreSQL, DuckDB and feelin for the differential tests',
  e2e: 'a browser and axe for the browser tests',
  bench: 'the peers for the benchmarks',
}

/** Environment for every child: the pinned Node first on the path, the time zone of the field. */
export function environment() {
  const bin = join(root, 'node_modules', '.bin')
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  return { ...process.env, ...plain, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, TZ: 'Asia/Shanghai' }
}

/** The pinned Node's executable. */
export function pinnedNode() {
  const file = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(file)) return file
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  throw new Error(
    'The pinned Node 26 was not installed: npm may have been told to skip install scripts. ' +
      'Run "npm ci --foreground-scripts" once, or use Node 26 or newer. ' +
      '没有装上固定版本的 Node 26：npm 可能被设置为跳过安装脚本。',
  )
}

/** True when node_modules holds every locked package at its locked version (optional ones may be absent). */
function installed(at) {
  const hidden = join(at, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(at, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    return present[path] === undefined ? entry.optional === true : present[path].version === entry.version
  })
}

/**
 * Installs a folder's locked packages when they are absent or the lock has changed since.
 * @param {keyof typeof folders} folder
 */
export async function prepare(folder) {
  const at = join(root, folder)
  if (installed(at)) return
  process.stdout.write(`Preparing ${folders[folder]} … 正在准备依赖\n`)
  const started = Date.now()
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', ['ci', ...quietly], { cwd: at, heartbeat: true, quiet: true }).catch(() => {
    // A registry may lack some other platform's optional package, which `npm ci` takes for a stale lock.
    process.stdout.write('  the lock does not fit this registry to the letter; installing the versions it names\n')
    return run('npm', ['install', '--no-save', ...quietly], { cwd: at, heartbeat: true })
  })
  process.stdout.write(`  done in ${Math.round((Date.now() - started) / 1000)} s\n`)
}
