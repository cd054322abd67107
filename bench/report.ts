import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Measurement } from './measure.ts'
import type { HouseholdMeasurement, PlaceMeasurement } from './place/measure-place.ts'
import type { PacksMeasurement } from './place/measure-packs.ts'
import type { ThreadMeasurement } from './six-rules/measure-threads.ts'

export interface Report {
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly small: readonly Measurement[]
  readonly large: readonly Measurement[]
  readonly threads: ThreadMeasurement
  readonly places: readonly PlaceMeasurement[]
  readonly oneHousehold: readonly HouseholdMeasurement[]
  readonly packs: PacksMeasurement
  readonly promises: readonly Promised[]
}

/** A promise of the project about speed, and what was measured. */
export interface Promised {
  readonly promise: string
  readonly measured: string
  readonly kept: boolean
}

export function describeMachine(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${memory} GB memory, ${process.platform} ${process.arch}, perhaps shared with others`
}

export function findVersions(): Readonly<Record<string, string>> {
  const peers = ['feelin', '@gorules/zen-engine', 'json-rules-engine', 'publicodes']
  const version = (name: string): string => {
    const file = join(import.meta.dirname, 'node_modules', name, 'package.json')
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
  }
  return {
    node: process.versions.node,
    v8: process.versions.v8,
    ...Object.fromEntries(peers.map((name) => [name, version(name)])),
  }
}

type Parts = Omit<Report, 'promises'>

export function promisesOf({ small, large, places, oneHousehold, packs }: Parts): readonly Promised[] {
  const generated = (of: readonly Measurement[]) => of.find(({ kind }) => kind === 'ours')?.perCpuSecond ?? 0
  const fastest = (kind: Measurement['kind'], of: readonly Measurement[]) =>
    Math.max(...of.filter((one) => one.kind === kind).map((one) => one.perCpuSecond))
  const slower = Math.min(generated(small), generated(large))
  const overPeers = generated(small) / fastest('peer', small)
  const behindHand = Math.max(
    fastest('hand-written', small) / generated(small),
    fastest('hand-written', large) / generated(large),
  )
  const slowestPlace = Math.min(...places.map(({ perCpuSecond }) => perCpuSecond))
  const slowestHousehold = Math.max(...oneHousehold.map(({ cpuMs }) => cpuMs))
  return [
    {
      promise: 'generated columns judge ≥ 25 million households per CPU-second',
      measured: `${millions(slower)} million`,
      kept: slower >= 25e6,
    },
    {
      promise: 'and ≥ 400 times the fastest of the four peers in the same run',
      measured: `${Math.round(overPeers)} times`,
      kept: overPeers >= 400,
    },
    {
      promise: 'and take ≤ 3 times as long as the fastest hand-written typed-array code',
      measured: `${behindHand.toFixed(2)} times as long`,
      kept: behindHand <= 3,
    },
    {
      promise: "a whole place's cash and leave benefits over ≥ 1 million households per CPU-second",
      measured: `${millions(slowestPlace)} million in the slowest place`,
      kept: slowestPlace >= 1e6,
    },
    {
      promise: 'one household answered and explained in < 1 ms',
      measured: `${slowestHousehold.toFixed(2)} ms, all benefits of the slowest place`,
      kept: slowestHousehold < 1,
    },
    {
      promise: 'all packs loaded and checked in < 1 s',
      measured: `${(packs.firstMs / 1000).toFixed(2)} s the first time, ${(packs.againMs / 1000).toFixed(2)} s again`,
      kept: packs.firstMs < 1000,
    },
  ]
}

/** The whole report as Markdown, which is also legible on a terminal. */
export function reportText(report: Report): string {
  const { machine, versions, small, large, threads, places, oneHousehold, packs } = report
  const versionText = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [
    `Machine: ${machine}.`,
    `Versions: ${versionText.join(', ')}.`,
    '',
    ...sixRulesTable('The six-rule benefit over 100,000 households', small),
    '',
    ...sixRulesTable('The same over 5,000,000 households', large),
    '',
    `In ${threads.workers} worker threads: ${threads.clockMs.toFixed(0)} ms by the clock for ${count(threads.households)} households, ` +
      `against ${threads.oneThreadMs.toFixed(0)} ms in one thread.`,
    '',
    ...table(
      [
        'place',
        'benefits',
        'facts missing',
        'households',
        'children and members',
        'CPU ms',
        'million households / CPU-s',
      ],
      places.map((one) => [
        one.place,
        String(one.benefits),
        `${one.missing * 100} %`,
        count(one.households),
        count(one.rows),
        one.cpuMs.toFixed(1),
        millions(one.perCpuSecond),
      ]),
    ),
    '',
    ...table(
      ['place', 'benefits', 'worked examples', 'CPU ms to answer and explain the middle one', 'the slowest'],
      oneHousehold.map((one) => [
        one.place,
        String(one.benefits),
        String(one.examples),
        one.cpuMs.toFixed(2),
        one.slowestCpuMs.toFixed(2),
      ]),
    ),
    '',
    `Loading and checking ${packs.packs} packs with ${packs.benefits} benefits and ${packs.examples} worked examples: ` +
      `${packs.firstMs.toFixed(0)} ms the first time in a new process, ${packs.againMs.toFixed(0)} ms after that.`,
    '',
    ...table(
      ['promise', 'measured', ''],
      report.promises.map(({ promise, measured, kept }) => [promise, measured, kept ? 'kept' : 'NOT KEPT']),
    ),
    '',
  ].join('\n')
}

function sixRulesTable(title: string, measurements: readonly Measurement[]): readonly string[] {
  const generated = measurements.find(({ kind }) => kind === 'ours')
  const rows = [...measurements]
    .sort((a, b) => b.perCpuSecond - a.perCpuSecond)
    .map((one) => [
      one.name,
      one.households < (generated?.households ?? 0) ? `${count(one.households)}, scaled` : count(one.households),
      ((one.cpuMs / one.households) * (generated?.households ?? 0)).toFixed(2),
      one.perCpuSecond >= 1e6 ? `${millions(one.perCpuSecond)} million` : count(one.perCpuSecond),
      ratio(one.perCpuSecond / (generated?.perCpuSecond ?? Number.NaN)),
    ])
  return [
    `${title}:`,
    '',
    ...table(['contestant', 'measured on', 'CPU ms', 'households / CPU-s', 'against generated'], rows),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)]
}

function ratio(value: number): string {
  return value >= 0.1 ? `${value.toFixed(2)}×` : `1/${count(1 / value)}`
}

function millions(value: number): string {
  return (value / 1e6).toFixed(1)
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}
