import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { encodeBody } from '../edge/encoding.ts'
import type { Kept } from '../edge/send.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** The built web, read once and kept in memory: some five megabytes, nearly all fonts. */
export async function readWebFiles(webDir: string): Promise<ReadonlyMap<string, Kept>> {
  const entries = await readdir(webDir, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    await Promise.all(
      files.map(async (entry): Promise<readonly [string, Kept]> => {
        const file = join(entry.parentPath, entry.name)
        return [`/${relative(webDir, file).split(sep).join('/')}`, await keep(await readFile(file), extname(file))]
      }),
    ),
  )
}

/** Keeps one body with its validator; a font is compressed already. */
export async function keep(bytes: Uint8Array, extension: string): Promise<Kept> {
  const identity = Uint8Array.from(bytes)
  const compressed = extension === '.woff2' || extension === '.png'
  return {
    body: compressed ? { identity, gzip: null, br: null } : await encodeBody(identity),
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 16)}"`,
  }
}

/** CSP sources of the inline style sheets of a page. */
export function inlineStyleHashes(html: string): readonly string[] {
  return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gu)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  )
}
