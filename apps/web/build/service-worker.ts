import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Plugin, type Rollup, transformWithOxc } from 'vite'

/**
 * Writes sw.js with the list of files to keep. Own, because all it does fits on a page: workbox would bring
 * some 20 kB and a build tool for the same three rules.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      // After the first style sheet has gone into the page: what is no file any more must not be asked for.
      order: 'post',
      async handler(_options, bundle) {
        // Fonts are four megabytes and needed only where no Chinese font is installed: they are kept when first used.
        const staffOnly = notForFamilies(bundle)
        const files = Object.keys(bundle).filter(
          (file) => /^assets\/.*\.(?:js|css)$/u.test(file) && !/fonts/u.test(file) && !staffOnly.has(file),
        )
        const keep = ['/', '/icon.svg', '/manifest.webmanifest', ...files.map((file) => `/${file}`).sort()]
        const version = createHash('sha256')
          .update(keep.join('\n'))
          .update(String(bundle['index.html']?.type === 'asset' ? bundle['index.html'].source : ''))
          .digest('hex')
          .slice(0, 12)
        const { code } = await transformWithOxc(
          readFileSync(new URL('../src/offline/service-worker.ts', import.meta.url), 'utf8'),
          'service-worker.ts',
        )
        const source = code
          .replace('__VERSION__', version)
          .replace(/\[['"]__FILES__['"]\]/u, () => JSON.stringify(keep))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source })
      },
    },
  }
}

const doors = ['/src/plans/plans-pages.tsx', '/src/desk/desk-pages.tsx', '/src/my-data/my-data-pages.tsx']

/**
 * Files that only the desk, the page about plans and a resident's own record ask for: a family's phone keeps neither the
 * readers of Word and PDF nor pages that show nothing without the service.
 */
function notForFamilies(bundle: Rollup.OutputBundle): ReadonlySet<string> {
  const chunks = new Map(
    Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  )
  const ofFamily = new Set<string>()
  const visit = (file: string): void => {
    const chunk = chunks.get(file)
    if (
      chunk === undefined ||
      ofFamily.has(file) ||
      doors.some((door) => chunk.facadeModuleId?.endsWith(door) === true)
    )
      return
    ofFamily.add(file)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next)
  }
  for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk.fileName)
  const others = [...chunks.values()].filter(({ fileName }) => !ofFamily.has(fileName))
  const styles = (of: readonly Rollup.OutputChunk[]): ReadonlySet<string> =>
    new Set(of.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
  const shared = styles([...chunks.values()].filter(({ fileName }) => ofFamily.has(fileName)))
  return new Set([
    ...others.map(({ fileName }) => fileName),
    ...[...styles(others)].filter((file) => !shared.has(file)),
  ])
}
