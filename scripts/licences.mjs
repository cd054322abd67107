/**
 * Says under which licences the packages that ship stand, and fails for one that is not on the list: AGPL and GPL bind
 * whoever passes the product on, and what nobody named nobody may use. `node scripts/licences.mjs [folder]`
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './prepare.mjs'

/** Permissive licences by their SPDX names, and the old unversioned BSD. A new one is weighed before it is added. */
const allowed = new Set(
  'MIT MIT-0 ISC 0BSD BSD BSD-2-Clause BSD-3-Clause Apache-2.0 Zlib Unlicense CC0-1.0 BlueOak-1.0.0 OFL-1.1'.split(' '),
)

/**
 * True when the product may ship under an SPDX expression: of `A OR B` one is enough, of `A AND B` both must do.
 * @param {string} expression
 */
function mayShip(expression) {
  const words = expression.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  const term = () => {
    if (words[at] !== '(') return allowed.has(words[at++] ?? '')
    at += 1
    const inside = either()
    return words[at++] === ')' && inside
  }
  const both = () => {
    let fine = term()
    while (words[at] === 'AND') {
      at += 1
      fine = term() && fine
    }
    return fine
  }
  const either = () => {
    let fine = both()
    while (words[at] === 'OR') {
      at += 1
      fine = both() || fine
    }
    return fine
  }
  const fine = either()
  return fine && at === words.length
}

/** The licence an installed package names itself; the lock's word for a package of another platform. */
function licenceOf(folder, path, entry) {
  const file = join(folder, path, 'package.json')
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const named = manifest.license ?? manifest.licenses?.map((one) => one.type ?? one).join(' OR ') ?? entry.license
  return typeof named === 'object' && named !== null ? named.type : named
}

const nameOf = (path) => path.split('node_modules/').at(-1)

/**
 * What is not for development alone. A package that npm marks `optional` or `devOptional` ships only where something that ships wants
 * it itself: a tool of ours that a library names as an optional peer is not brought by that library.
 */
function shippedOf(all) {
  const entries = Object.entries(all)
  const ships = new Set(entries.filter(([, entry]) => !entry.dev && !entry.devOptional && !entry.optional))
  const doubtful = new Set(entries.filter(([, entry]) => entry.devOptional || entry.optional))
  for (let before = -1; before !== ships.size;) {
    before = ships.size
    const wanted = new Set([...ships].flatMap(([, entry]) => wantedBy(entry)))
    for (const one of doubtful) if (wanted.has(nameOf(one[0]))) ships.add(one)
  }
  return [...ships]
}

function wantedBy({ dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }) {
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true)
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]
}

const folder = resolve(process.argv[2] ?? root)
const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
const shipped = shippedOf(packages).filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
const counts = new Map()
const refused = []
for (const [path, entry] of shipped) {
  const licence = licenceOf(folder, path, entry)
  counts.set(licence, (counts.get(licence) ?? 0) + 1)
  if (typeof licence !== 'string' || !mayShip(licence)) {
    refused.push(`${nameOf(path)} ${entry.version}: ${licence ?? 'no licence named'}`)
  }
}
process.stdout.write(`${shipped.length} packages ship: ${[...counts].map(([name, n]) => `${n} ${name}`).join(', ')}\n`)
if (refused.length > 0) {
  process.stdout.write(`These may not ship (AGPL, GPL or unknown):\n${refused.map((line) => `  ${line}\n`).join('')}`)
  process.exitCode = 1
}
