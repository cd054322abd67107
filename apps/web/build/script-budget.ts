import { gzipSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

/** Fails the build when the script of the first load is heavier, compressed, than `limitBytes`. */
export function scriptBudget({ limitBytes }: { readonly limitBytes: number }): Plugin {
  return {
    name: 'script-budget',
    enforce: 'post',
    apply: 'build',
    generateBundle(_options, bundle) {
      const size = firstLoad(bundle).reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0)
      const text = `first load: ${(size / 1000).toFixed(1)} kB of compressed script (limit ${limitBytes / 1000} kB)`
      if (size > limitBytes) this.error(text)
      this.emitFile({ type: 'asset', fileName: 'script-size.json', source: `${JSON.stringify({ bytes: size })}\n` })
      this.info(text)
    },
  }
}

/** The entry and everything it imports at once. */
function firstLoad(bundle: Rollup.OutputBundle): readonly Rollup.OutputChunk[] {
  const wanted = new Set<string>()
  const visit = (file: string) => {
    const chunk = bundle[file]
    if (chunk?.type !== 'chunk' || wanted.has(file)) return
    wanted.add(file)
    chunk.imports.forEach(visit)
  }
  for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) visit(chunk.fileName)
  return [...wanted].flatMap((file) => {
    const chunk = bundle[file]
    return chunk?.type === 'chunk' ? [chunk] : []
  })
}
