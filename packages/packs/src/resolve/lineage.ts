import { within } from '@junheng/kernel'
import { findRegion } from '@junheng/kernel/regions'
import type { Pack } from '../load/pack.ts'
import { didYouMean, type ProblemSink } from './problem-sink.ts'

/** The pack and all it inherits from, itself first and the nation last; null where the chain is broken. */
export function lineageOf(packs: ReadonlyMap<string, Pack>, pack: Pack, sink: ProblemSink): readonly Pack[] | null {
  const chain: Pack[] = []
  for (let at: Pack | undefined = pack; at !== undefined;) {
    const name = at.id
    if (chain.some((seen) => seen.id === name)) {
      reportCycle(chain.slice(chain.indexOf(at)), sink)
      return null
    }
    chain.push(at)
    if (at.parent === null) break
    const parent: Pack | undefined = packs.get(at.parent)
    if (parent === undefined) {
      const hint = didYouMean(at.parent, packs.keys())
      const message = { zh: `没有“${at.parent}”这个规则包${hint.zh}`, en: `there is no pack "${at.parent}"${hint.en}` }
      sink.report(at.manifest, { path: ['parent'], code: 'unknown-parent', message })
      checkRegions(chain, sink)
      return null
    }
    at = parent
  }
  checkRegions(chain, sink)
  return chain
}

/** Told at its first pack by region, whoever comes upon it, so that one cycle is one problem. */
function reportCycle(cycle: readonly Pack[], sink: ProblemSink): void {
  const start = cycle.reduce((least, pack, at) => (pack.folder < (cycle[least]?.folder ?? '') ? at : least), 0)
  const round = [...cycle.slice(start), ...cycle.slice(0, start + 1)]
  const [first] = round
  if (first === undefined) return
  const path = round.map(({ id }) => id).join(' → ')
  const message = { zh: `上级包成环：${path}`, en: `the parents form a cycle: ${path}` }
  sink.report(first.manifest, { path: ['parent'], code: 'parent-cycle', message })
}

function checkRegions(chain: readonly Pack[], sink: ProblemSink): void {
  chain.forEach((pack, at) => {
    checkRegion(pack, sink)
    const parent = chain[at + 1]
    if (parent === undefined) return
    if (parent.region !== pack.region && (parent.region === 0 || within(pack.region, parent.region))) return
    const [own, above] = [codeText(pack.region), codeText(parent.region)]
    const message = {
      zh: `地区 ${own} 不在上级包“${parent.id}”的地区 ${above} 之内`,
      en: `region ${own} does not lie in region ${above} of its parent "${parent.id}"`,
    }
    sink.report(pack.manifest, { path: ['region'], code: 'region-outside-parent', message })
  })
}

function checkRegion(pack: Pack, sink: ProblemSink): void {
  if (pack.region === 0 || findRegion(pack.region) !== undefined) return
  const code = codeText(pack.region)
  const message = { zh: `没有 ${code} 这个行政区划代码`, en: `there is no administrative region ${code}` }
  sink.report(pack.manifest, { path: ['region'], code: 'unknown-region', message })
}

function codeText(region: number): string {
  return String(region).padStart(6, '0')
}
