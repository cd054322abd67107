import {
  LineCounter,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  parseDocument,
  type Document,
  type Node,
  type Scalar,
} from 'yaml'
import type { Text } from '@junheng/rules'
import type { Problem } from '../problem.ts'
import { yamlFault } from './yaml-words.ts'
import { scalarOffsets } from './scalar-offsets.ts'

export type Path = readonly (string | number)[]

export interface Position {
  readonly line: number
  readonly column: number
}

/** Characters a pack file may have; the longest real one is a tenth of it. */
const maximumFileLength = 512 * 1024
/** Brackets that may stand inside each other. */
const maximumDepth = 40
const maximumAliases = 50

/** One YAML file of a pack: its data, and where each part of the data stands. */
export class SourceFile {
  readonly path: string
  readonly value: unknown
  readonly #text: string
  readonly #document: Document
  readonly #lines: LineCounter

  private constructor(path: string, text: string, document: Document, lines: LineCounter, value: unknown) {
    this.path = path
    this.value = value
    this.#text = text
    this.#document = document
    this.#lines = lines
  }

  /** Reads YAML 1.2 (core schema: a day stays text). `file` is null when the data cannot be used at all. */
  static read(path: string, text: string): { readonly file: SourceFile | null; readonly problems: readonly Problem[] } {
    const refuse = (code: string, message: Text) => ({
      file: null,
      problems: [{ file: path, line: 1, column: 1, code, severity: 'error', message } satisfies Problem],
    })
    if (text.length > maximumFileLength) {
      return refuse('file-too-long', { zh: '文件太大，上限 512 KB', en: 'the file is too long (at most 512 KB)' })
    }
    if (nestedTooDeep(text)) {
      return refuse('nested-too-deep', {
        zh: `嵌套太深，最多 ${maximumDepth} 层`,
        en: `nested too deep (at most ${maximumDepth} levels)`,
      })
    }
    try {
      const lines = new LineCounter()
      const document = parseDocument(text, {
        lineCounter: lines,
        schema: 'core',
        version: '1.2',
        merge: false,
        uniqueKeys: true,
        prettyErrors: false,
        logLevel: 'silent',
      })
      const problems = document.errors.map((error): Problem => {
        const { line, col } = lines.linePos(Math.min(error.pos[0], text.length))
        return {
          file: path,
          line: Math.max(line, 1),
          column: Math.max(col, 1),
          code: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax',
          severity: 'error',
          message: yamlFault(error),
        }
      })
      if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return { file: null, problems }
      const value: unknown = document.toJS({ maxAliasCount: maximumAliases })
      return { file: new SourceFile(path, text, document, lines, value), problems }
    } catch (error) {
      const detail = error instanceof Error ? error.message : 'unknown'
      return refuse('yaml-unreadable', { zh: `无法读取：${detail}`, en: `cannot be read: ${detail}` })
    }
  }

  /** Where the value at `path` stands; the nearest enclosing part if it is absent. `key`: the key that names it. */
  position(path: Path, part: 'key' | 'value' = 'value'): Position {
    for (let length = path.length; length >= 0; length--) {
      const offset = this.#offset(path.slice(0, length), length === path.length ? part : 'key')
      if (offset !== undefined) return this.#at(offset)
    }
    return { line: 1, column: 1 }
  }

  /** Where a character of the expression (or any scalar) at `path` stands. */
  positionInside(path: Path, characterOffset: number): Position {
    const node = this.#node(path)
    const start = node?.range?.[0]
    const end = node?.range?.[1]
    if (node === undefined || !isScalar(node) || start === undefined || end === undefined) return this.position(path)
    const offsets = scalarOffsets(this.#text.slice(start, end), scalarText(node))
    const inside = offsets[Math.max(0, Math.min(characterOffset, offsets.length - 1))] ?? 0
    return this.#at(start + inside)
  }

  /** The scalar at `path` as written (`0.80`, not 0.8), or undefined where there is none. */
  scalar(path: Path): string | undefined {
    const node = this.#node(path)
    return node !== undefined && isScalar(node) ? scalarText(node) : undefined
  }

  problem(options: {
    readonly path: Path
    readonly code: string
    readonly message: Text
    readonly part?: 'key' | 'value'
    readonly severity?: 'error' | 'warning'
    /** Character of the scalar the problem is about. */
    readonly inside?: number
  }): Problem {
    const { path, code, message, part = 'value', severity = 'error', inside } = options
    const position = inside === undefined ? this.position(path, part) : this.positionInside(path, inside)
    return { file: this.path, ...position, code, severity, message }
  }

  #at(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }

  #offset(path: Path, part: 'key' | 'value'): number | undefined {
    if (part === 'key' && path.length > 0) {
      const parent = this.#node(path.slice(0, -1))
      const name = path.at(-1)
      if (parent !== undefined && isMap(parent)) {
        const pair = parent.items.find((item) => keyText(item.key) === String(name))
        const key: unknown = pair?.key
        if (isScalar(key) && key.range) return key.range[0]
      }
    }
    return this.#node(path)?.range?.[0]
  }

  #node(path: Path): Node | undefined {
    let node: unknown = this.#document.contents
    for (const step of path) {
      node = this.#resolved(node)
      if (isMap(node)) {
        const pair = node.items.find((item) => keyText(item.key) === String(step))
        node = pair !== undefined && isPair(pair) ? pair.value : undefined
      } else if (isCollection(node)) {
        node = node.items[Number(step)]
      } else return undefined
    }
    const found = this.#resolved(node)
    return isScalar(found) || isCollection(found) ? found : undefined
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node
  }
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key)
}

function scalarText(node: Scalar): string {
  return node.type === 'PLAIN' && typeof node.value !== 'string' && node.source !== undefined
    ? node.source
    : String(node.value)
}

/** Counts brackets and indentation without parsing: a parser that recurses must not be handed a tower. */
function nestedTooDeep(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    else if (character === '\n') depth = 0
    if (depth > maximumDepth) return true
  }
  return /^(?:[ \t]*(?:-[ \t]+|\?[ \t]+)){41}/m.test(text)
}
