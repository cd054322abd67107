import type { Plugin, Rollup } from 'vite'

/**
 * Puts the one style sheet of the first page into the page, so that the first paint waits for one request, not two.
 * The server allows it in its content policy by its hash.
 */
export function inlineFirstStyles(): Plugin {
  return {
    name: 'inline-first-styles',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      // After the lists of what a later chunk waits for have been written.
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return
        page.source = String(page.source).replaceAll(
          /<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"[^>]*>/gu,
          (link, file: string) => {
            const sheet = bundle[file]
            if (sheet?.type !== 'asset') return link
            delete bundle[file]
            forgetSheet(bundle, file)
            return `<style>${String(sheet.source).trim()}</style>`
          },
        )
      },
    },
  }
}

/**
 * Chunks that are loaded later list the sheet among what they wait for. It is in the page already, so they wait for the
 * entry's script instead, which is there too; the lists count by place, so that nothing may be taken out of them.
 */
function forgetSheet(bundle: Rollup.OutputBundle, file: string): void {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const entry = chunks.find(({ isEntry }) => isEntry)
  if (entry === undefined) return
  for (const chunk of chunks) chunk.code = chunk.code.replaceAll(`"${file}"`, `"${entry.fileName}"`)
}
