/** `npm run bench [-- --json FILE]`: measures, checks the promised ratios, prints the table. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { measureSixRules } from './six-rules/six-rules.ts'

const { values } = parseArgs({ options: { json: { type: 'string' } } })
const small = await measureSixRules({ households: 100_000, rounds: 7, repeats: 30, withPeers: true })
console.table(small.map((m) => ({ ...m, perCpuSecond: Math.round(m.perCpuSecond) })))
const big = await measureSixRules({ households: 5_000_000, rounds: 5, repeats: 1, withPeers: false })
console.table(big.map((m) => ({ ...m, perCpuSecond: Math.round(m.perCpuSecond) })))
if (values.json !== undefined) await writeFile(values.json, JSON.stringify({ small, big }))
