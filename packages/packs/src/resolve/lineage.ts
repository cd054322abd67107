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
      const path = [...chain.map((seen) => seen.id), name].join(' → ')
      const message = { zh: `上级包成环：${path}`, en: `the parents form a cycle: ${path}` }
      sink.report(at.manifest, { path: ['parent'], code: 'parent-cycle', message })
      return null
    }
    chain.push(at)
    checkRegion(at, sink)
    if (at.parent === null) return chain
    const parent: Pack | undefined = packs.get(at.parent)
    if (parent === undefined) {
      const hint = didYouMean(at.parent, packs.keys())
      const message = { zh: `没有“${at.parent}”这个规则包${hint.zh}`, en: `there is no pack "${at.parent}"${hint.en}` }
      sink.report(at.manifest, { path: ['parent'], code: 'unknown-parent', message })
      return null
    }
    const isCircle = chain.some((seen) => seen.id === parent.id)
    if (!isCircle && (parent.region === at.region || (parent.region !== 0 && !within(at.region, parent.region)))) {
      const message = {
        zh: `地区 ${at.region} 不在上级包“${parent.id}”的地区 ${parent.region} 之内`,
        en: `region ${at.region} does not lie in region ${parent.region} of its parent "${parent.id}"`,
      }
      sink.report(at.manifest, { path: ['region'], code: 'region-outside-parent', message })
    }
    at = parent
  }
  return chain
}

function checkRegion(pack: Pack, sink: ProblemSink): void {
  if (pack.region === 0 || findRegion(pack.region) !== undefined) return
  const code = String(pack.region).padStart(6, '0')
  const message = { zh: `没有 ${code} 这个行政区划代码`, en: `there is no administrative region ${code}` }
  sink.report(pack.manifest, { path: ['region'], code: 'unknown-region', message })
}
