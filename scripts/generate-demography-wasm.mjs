/**
 * Compiles packages/demography/assembly/trajectories.as (AssemblyScript) and writes its bytes, base64, as a module.
 *
 *   node scripts/generate-demography-wasm.mjs [FOLDER]           write; FOLDER holds node_modules, default conformance
 *   node scripts/generate-demography-wasm.mjs --check [FOLDER]   exit 1 if the committed bytes are stale
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'packages/demography/assembly/trajectories.as')
const target = join(root, 'packages/demography/src/stochastic/generated/trajectories-wasm.ts')
const check = process.argv.includes('--check')
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? join(root, 'conformance')
const compiler = join(resolve(folder), 'node_modules/assemblyscript')
const { default: asc } = await import(pathToFileURL(join(compiler, 'dist/asc.js')).href)
const { version } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8'))

const written = new Map()
const { error, stderr } = await asc.main(
  ['trajectories.ts', '--enable', 'simd', '-O3', '--runtime', 'stub', '--noAssert', '--importMemory', '-o', 'out.wasm'],
  {
    readFile: (name) => (name === 'trajectories.ts' ? readFileSync(source, 'utf8') : null),
    writeFile: (name, contents) => written.set(name, contents),
    listFiles: () => [],
  },
)
const bytes = written.get('out.wasm')
if (error || bytes === undefined) {
  console.error(stderr.toString())
  process.exit(1)
}
const lines = Buffer.from(bytes)
  .toString('base64')
  .match(/.{1,110}/g)
  .map((line) => `  '${line}',`)
const text = [
  `// Written by scripts/generate-demography-wasm.mjs with assemblyscript ${version}; do not edit.`,
  `/** ${bytes.length} bytes of WebAssembly, base64: assembly/trajectories.as compiled. */`,
  'export const trajectoriesWasm = [',
  ...lines,
  "].join('')",
  '',
].join('\n')
if (!check) {
  writeFileSync(target, text)
  console.log(`trajectories: wrote ${bytes.length} bytes of WebAssembly`)
} else if (readFileSync(target, 'utf8') === text) {
  console.log('trajectories: the committed WebAssembly is up to date')
} else {
  console.error('trajectories: the committed WebAssembly is stale; run node scripts/generate-demography-wasm.mjs')
  process.exitCode = 1
}
