import type { Plugin } from 'vite'

/**
 * Puts the one style sheet of the first page into the page, so that the first paint waits for one request, not two.
 * The server allows it in its content policy by its hash.
 */
export function inlineFirstStyles(): Plugin {
  return {
    name: 'inline-first-styles',
    enforce: 'post',
    apply: 'build',
    generateBundle(_options, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') return
      page.source = String(page.source).replaceAll(
        /<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"[^>]*>/gu,
        (link, file: string) => {
          const sheet = bundle[file]
          if (sheet?.type !== 'asset') return link
          delete bundle[file]
          return `<style>${String(sheet.source).trim()}</style>`
        },
      )
    },
  }
}
