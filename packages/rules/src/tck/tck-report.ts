import type { Value } from '../types.ts'
import { tck, type TckForm, type TckReason } from './tck-case.ts'

const forms: Readonly<Record<TckForm, string>> = {
  written: 'word for word as the suite writes it',
  brackets: 'the same with the round brackets this language asks for after `in`',
  facts: 'nulls and inputs given as facts, a null as a missing fact',
  codes: 'texts given as a fact with a code list',
  tables: 'a list given as a table, or a decision table written as one expression',
  functions: "date arithmetic, date parts and decimal rounding by this language's functions",
}

const reasons: Readonly<Record<TckReason, string>> = {
  'null-equality':
    'A missing fact is not a value: comparing with it leaves the answer open. FEEL says that null equals null, which would let an unknown household register pass or fail a test.',
  'if-null': 'A condition that is not known never takes `else`: a missing fact must not become a refusal.',
  decimal:
    'Numbers are IEEE doubles, not decimals. Money is integer fen and a product with a decimal constant is one rounding, so no amount is touched.',
  'reversed-months': 'Months are counted as completed, downwards too: a day short of a month back is one month more.',
}

/** Where the languages part without a case of the suite that shows it. */
const other: readonly (readonly [feel: string, here: string, reason: string])[] = [
  ['`sum([])` is null', '`sum` over no rows is 0, `count` too', 'no rows is known to be nothing'],
  ['`and`, `or`, `not`, `if` take any value', 'only conditions', 'a number in place of a condition is a slip'],
  ['`x in [1..3]`', '`x in ([1..3])`', 'without brackets what follows is read into the list by some engines'],
  ['`a / b`', 'division only by a number other than zero, or a number parameter', 'no engine-dependent result'],
  [
    'text, lists, contexts, filters, `for`, functions, durations, times',
    'left out',
    'closed, typed, fit for columns and SQL',
  ],
  [
    'date + duration',
    '`addYears`, `addMonths`, `addDays`',
    'a day the month lacks becomes the 1st of the next, as ages do',
  ],
  ['`round half up(1.005, 2)` is 1.01', '1', 'doubles; money rounds once, in whole fen'],
]

/** docs/rules-tck.md, whole. */
export function tckReport(): string {
  const { agreeing, refused, different, source } = tck
  const total = agreeing.length
  const lines = [
    '# The rules language and the public DMN TCK',
    '',
    '<!-- Written by packages/rules/src/tck/tck.test.ts; `vitest run packages/rules/src/tck -u` renews it. -->',
    '',
    `The rules language is a subset of FEEL. The suite ${source.suite} (${source.repository}, commit \`${source.commit.slice(0, 12)}\`) tests FEEL;`,
    'we keep our own list of those of its expressions that fall in the subset, with the value the suite expects and its id.',
    'No file of it is copied. Its contributors wrote the cases; it states Apache 2.0 (licence file) and Creative Commons',
    'attribution-share-alike (read-me, for test cases).',
    '',
    `**${total} cases agree.** ${refused.length} more are refused when they are checked, where FEEL gives null or a value for a mixed-up type;`,
    `${different.length} differ on purpose. Every number here is counted from the list by the test that runs it.`,
    '',
    '## How the agreeing cases are put',
    '',
    '| put | cases |',
    '|---|---:|',
    ...Object.entries(forms).map(
      ([form, words]) => `| ${words} | ${agreeing.filter((item) => item.as === form).length} |`,
    ),
    '',
    '## By group',
    '',
    '| group of the suite | agree | refused | differ |',
    '|---|---:|---:|---:|',
    ...groups().map((group) => {
      const count = (items: readonly { readonly id: string }[]) =>
        items.filter(({ id }) => groupOf(id) === group).length
      return `| ${group} | ${count(agreeing)} | ${count(refused)} | ${count(different)} |`
    }),
    `| **together** | **${total}** | **${refused.length}** | **${different.length}** |`,
    '',
    '## Deliberate differences',
    '',
    '| case | expression | with | FEEL | here |',
    '|---|---|---|---|---|',
    ...different.map(
      (item) =>
        `| ${item.id} | \`${item.expression}\` | ${showFacts(item.facts)} | ${show(item.feel)} | ${show(item.ours)} |`,
    ),
    '',
    ...Object.entries(reasons).map(
      ([reason, words]) => `- **${reason}** (${different.filter((item) => item.reason === reason).length}): ${words}`,
    ),
    '',
    'Other differences, each stricter than FEEL or left out:',
    '',
    '| FEEL | here | why |',
    '|---|---|---|',
    ...other.map(([feel, here, reason]) => `| ${feel} | ${here} | ${reason} |`),
    '',
    '## Refused',
    '',
    'FEEL answers null, or a value in spite of the type, and goes on; here the author is told at once.',
    '',
    '| finding | cases | for example |',
    '|---|---:|---|',
    ...codes().map((code) => {
      const items = refused.filter((item) => item.code === code)
      return `| ${code} | ${items.length} | \`${items[0]?.expression ?? ''}\` |`
    }),
    '',
  ]
  return lines.join('\n')
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
}

function groups(): readonly string[] {
  const ids = [...tck.agreeing, ...tck.refused, ...tck.different].map(({ id }) => groupOf(id))
  return [...new Set(ids)].sort()
}

function codes(): readonly string[] {
  return [...new Set(tck.refused.map(({ code }) => code))].sort()
}

function show(value: Value): string {
  return value === null ? 'null (not known)' : String(value)
}

function showFacts(facts: Readonly<Record<string, Value>> = {}): string {
  const shown = Object.entries(facts).map(([name, value]) => `${name} ${value === null ? 'missing' : String(value)}`)
  return shown.join(', ')
}
