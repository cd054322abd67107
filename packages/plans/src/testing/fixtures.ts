import { readdirSync, readFileSync } from 'node:fs'
import { isTruth, type Truth } from '../evaluate/truth.ts'
import { htmlText, looksLikeHtml } from '../formats/html-text.ts'

const folder = new URL('../../fixtures/', import.meta.url)

/** Plans of invented places in the styles the field knows, each with what a careful reader finds in it. */
export const fixtures: readonly { readonly name: string; readonly text: string; readonly truth: Truth }[] = readdirSync(
  folder,
)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const truth: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
    if (!isTruth(truth)) throw new TypeError(`${name} is no truth file`)
    const raw = readFileSync(new URL(truth.file, folder), 'utf8')
    return { name: name.replace('.json', ''), text: looksLikeHtml(raw) ? htmlText(raw) : raw, truth }
  })
