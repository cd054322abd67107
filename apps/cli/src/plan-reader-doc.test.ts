import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { getDay } from '@junheng/kernel'
import { fileProblem } from '@junheng/plans/formats'
import { commands } from './commands/index.ts'
import { runCommand } from './run-command.ts'

const root = new URL('../../../', import.meta.url)
const doc = await readFile(new URL('docs/plan-reader.md', root), 'utf8')

/** What stands between `<!-- name -->` and `<!-- /name -->`, a table row a line. */
function table(name: string): readonly string[] {
  const inner = doc.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0] ?? ''
  return inner.trim().split('\n').map(cells)
}

/** A row without the padding an editor may add. */
const cells = (row: string): string =>
  row
    .split('|')
    .map((cell) => cell.trim().replace(/^-+$/, '---'))
    .join('|')

async function evaluation(folder: URL): Promise<readonly string[]> {
  const printed: string[] = []
  await runCommand(['eval-reader', fileURLToPath(folder), '--lang', 'en'], {
    commands,
    terminal: {
      print: (line) => printed.push(line),
      complain: (line) => printed.push(line),
      today: () => getDay('2026-01-01'),
      readInput: () => Promise.resolve(''),
    },
  })
  return printed.map(cells)
}

test('the totals over the invented plans are those the command prints', async () => {
  const printed = await evaluation(new URL('packages/plans/fixtures/', root))
  expect(table('fixtures')).toEqual([...printed.slice(0, 2), ...printed.filter((row) => row.startsWith('|all|'))])
})

test('the table of the annotated plans is the one the command prints, where they are at hand', async () => {
  const truth = new URL('../shared/policy/truth/', root)
  const printed = existsSync(truth) ? await evaluation(truth) : table('truth')
  expect(table('truth')).toEqual(printed)
  const floors = { sections: 0.97, units: 0.95, targets: 0.92, benefits: 0.92, deadlines: 0.85, recurrent: 0.85 }
  for (const [kind, least] of Object.entries(floors)) {
    const f1 = Number(printed.find((row) => row.startsWith(`|all|${kind}|`))?.split('|')[5])
    expect(f1, kind).toBeGreaterThanOrEqual(least)
  }
})

test.each([
  'empty',
  'binary',
  'too-large',
  'encoding',
  'old-word',
  'not-word',
  'zip-bomb',
  'damaged',
  'pdf-encrypted',
  'pdf-scanned',
  'not-a-plan',
] as const)('the message for %s is told as it is said', (code) => {
  expect(doc).toContain(fileProblem(code).message.zh)
})
