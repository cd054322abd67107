import type { Plugin } from 'vite'

/**
 * Puts the one style sheet of the first page into the page, so that the first paint waits for one request, not two.
 * The server allows it in its content policy by its hash.
 */
export function inlineFirstStyles(): readonly Plugin[] {
  const inlined: string[] = []
  return [
    {
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
            inlined.push(file)
            return `<style>${String(sheet.source).trim()}</style>`
          },
        )
      },
    },
    {
      // Parts loaded later name the sheet among what they need. The page has it: they need no more than its script.
      name: 'forget-inlined-styles',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
          const entry = chunks.find(({ isEntry }) => isEntry)?.fileName
          if (entry === undefined) return
          for (const chunk of chunks) for (const file of inlined) chunk.code = chunk.code.replaceAll(file, entry)
        },
      },
    },
  ]
}
