import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Plugin, transformWithOxc } from 'vite'

/**
 * Writes sw.js with the list of files to keep. Own, because all it does fits on a page: workbox would bring
 * some 20 kB and a build tool for the same three rules.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    enforce: 'post',
    apply: 'build',
    async generateBundle(_options, bundle) {
      // Fonts are four megabytes and needed only where no Chinese font is installed: they are kept when first used.
      const files = Object.keys(bundle).filter((file) => /^assets\/.*\.(?:js|css)$/u.test(file) && !/fonts/u.test(file))
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
      const source = code.replace('__VERSION__', version).replace(/\[['"]__FILES__['"]\]/u, () => JSON.stringify(keep))
      this.emitFile({ type: 'asset', fileName: 'sw.js', source })
    },
  }
}
