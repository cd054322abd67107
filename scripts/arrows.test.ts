import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const linter = join(root, 'node_modules/.bin/oxlint')

/** Forbidden imports, one for each arrow of the house: where it would stand and what it would import. */
const forbidden = [
  ['packages/kernel/src', '@junheng/rules'],
  ['packages/rules/src', '@junheng/entitlements'],
  ['packages/rules/src', 'node:fs'],
  ['packages/entitlements/src', '@junheng/packs'],
  ['packages/entitlements/src', 'zod'],
  ['packages/casework/src', '@junheng/entitlements'],
  ['packages/casework/src', 'zod'],
  ['packages/packs/src', '@junheng/cli/pack-files'],
  ['apps/web/src', '@junheng/packs'],
] as const

const places = forbidden.map(([folder]) => join(root, folder, 'arrows-probe'))

beforeAll(() => {
  for (const place of places) mkdirSync(place, { recursive: true })
})

afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

test.each(forbidden)('the linter refuses %s importing %s', (folder, imported) => {
  const file = join(root, folder, 'arrows-probe', `${imported.replaceAll(/\W/g, '-')}.ts`)
  writeFileSync(file, `import * as other from '${imported}'\n\nexport const probe = other\n`)
  const { status, stdout } = spawnSync(linter, [file], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  expect(status, stdout).not.toBe(0)
  expect(stdout).toContain('no-restricted-imports')
})
