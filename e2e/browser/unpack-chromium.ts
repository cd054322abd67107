import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inflate } from '@sparticuz/chromium'
import type { BrowserChoice } from './find-browser.ts'

const home = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
const cache = fileURLToPath(new URL('../.cache/', import.meta.url))
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']

/**
 * Unpacks the Chromium inside the npm package once, into e2e/.cache: the binary, the few libraries a bare machine
 * lacks (libnss3 and kin), and its Latin fonts. No Chinese font is among them, which is what the tests want.
 */
export async function unpackChromium(): Promise<BrowserChoice> {
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(folder)
  const executable = join(folder, 'chromium')
  const fonts = { FONTCONFIG_FILE: await fontConfiguration(folder) }
  const bundled = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  const env = (await starts(executable, fonts)) ? fonts : bundled
  return { executable, env, origin: `@sparticuz/chromium ${version}` }
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const partial = await mkdtemp(join(cache, 'unpacking-'))
  const before = process.env['TMPDIR']
  try {
    // The package unpacks into the temporary directory, wherever that is.
    process.env['TMPDIR'] = partial
    await Promise.all(archives.map((archive) => inflate(join(home, 'bin', archive))))
    await rename(partial, folder)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Only the package's own fonts: the pages look the same on every machine, and none shows Chinese by itself. */
async function fontConfiguration(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf')
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`
  await writeFile(file, text)
  return file
}

/** False where a shared library is missing. */
async function starts(executable: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  return promisify(execFile)(executable, ['--version'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  )
}
