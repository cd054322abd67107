import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-licences-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Locked {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly devOptional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional: boolean }>>
}

/** What the check says of a lock that holds these packages. */
function check(packages: Readonly<Record<string, Locked>>) {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'licences.mjs'), folder], {
    encoding: 'utf8',
  })
  return { passes: status === 0, stdout }
}
const one = (license?: string) =>
  check({ 'node_modules/thing': { version: '1.2.3', ...(license === undefined ? {} : { license }) } })

it.each(['MIT', 'ISC', '(MIT OR GPL-3.0-or-later)', 'MIT AND Apache-2.0', '(MIT AND Zlib)', 'Apache-2.0 OR AGPL-3.0'])(
  'lets %s ship',
  (licence) => {
    expect(one(licence).passes).toBe(true)
  },
)

it.each(['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', '(MIT', 'MIT)', 'MIT OR', 'SEE LICENSE IN file', 'UNLICENSED'])(
  'refuses %s and names the package',
  (licence) => {
    const { passes, stdout } = one(licence)
    expect(passes).toBe(false)
    expect(stdout).toContain(`thing 1.2.3: ${licence}`)
  },
)

it('refuses a package that names no licence', () => {
  const { passes, stdout } = one()
  expect(passes).toBe(false)
  expect(stdout).toContain('thing 1.2.3: no licence named')
})

it('believes the installed package rather than the lock, nested ones too', () => {
  const path = 'packages/a/node_modules/@x/thing'
  mkdirSync(join(folder, path), { recursive: true })
  writeFileSync(join(folder, path, 'package.json'), JSON.stringify({ licenses: [{ type: 'GPL-2.0' }] }))
  const { passes, stdout } = check({ [path]: { version: '2.0.0', license: 'MIT' } })
  expect(passes).toBe(false)
  expect(stdout).toContain('@x/thing 2.0.0: GPL-2.0')
})

it('asks nothing of what only checks and builds, nor of our own packages', () => {
  const { passes, stdout } = check({
    '': { version: '0.1.0' },
    'packages/ours': { version: '0.1.0' },
    'node_modules/@junheng/ours': { version: '0.1.0', link: true },
    'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0', dev: true },
  })
  expect(passes).toBe(true)
  expect(stdout).toContain('0 packages ship')
})

it('asks of a tool that a library would only use if it were there nothing, and of what the library brings everything', () => {
  const tool = { version: '1.0.0', license: 'GPL-3.0', devOptional: true }
  const library = { version: '1.0.0', license: 'MIT' }
  const peer = { peerDependencies: { tool: '*' }, peerDependenciesMeta: { tool: { optional: true } } }
  const inner = { version: '1.0.0', license: 'AGPL-3.0', devOptional: true }
  expect(check({ 'node_modules/library': { ...library, ...peer }, 'node_modules/tool': tool }).passes).toBe(true)
  for (const brings of [
    { dependencies: { tool: '*' } },
    { optionalDependencies: { tool: '*' } },
    { peerDependencies: { tool: '*' } },
  ]) {
    const { passes, stdout } = check({
      'node_modules/library': { ...library, ...brings },
      'node_modules/tool': { ...tool, dependencies: { inner: '*' } },
      'node_modules/inner': inner,
    })
    expect(passes).toBe(false)
    expect(stdout).toContain('inner 1.0.0: AGPL-3.0')
  }
})
