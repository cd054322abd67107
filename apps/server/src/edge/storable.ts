import type { MiddlewareHandler } from 'hono'
import { problem, type ProblemError } from '../problems/problem.ts'

/** Deeper than anything that is ever sent in earnest. */
const mostDepth = 20

/**
 * Refuses text that no database keeps: NUL, and halves of characters. They pass as JSON, and would fail only where they
 * are written. Also what is nested so deeply that reading it by recursion would fail.
 */
export function storable(): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of Object.entries(c.req.query())) {
      if (!isStorable(value)) return problem(c, 'invalid-request', { errors: [unstorable(name)] })
    }
    // A file is no text: read as such it would not stay what it is.
    const isFile = c.req.header('content-type')?.toLowerCase().startsWith('application/octet-stream') ?? false
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isFile) {
      const wrong = findUnstorable(await c.req.text())
      if (wrong !== undefined) return problem(c, 'invalid-request', { errors: [wrong] })
    }
    return next()
  }
}

/** The first place of a JSON text that cannot be kept. What is no JSON is told of by whoever reads it. */
function findUnstorable(text: string): ProblemError | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  const waiting: { readonly path: string; readonly value: unknown; readonly depth: number }[] = [
    { path: '', value: parsed, depth: 0 },
  ]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { path, value, depth } = at
    if (typeof value === 'string' && !isStorable(value)) return unstorable(path)
    if (typeof value !== 'object' || value === null) continue
    if (depth === mostDepth) return { path: path.slice(0, 100), message: tooDeep }
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return unstorable(path)
      waiting.push({ path: path === '' ? key : `${path}.${key}`, value: inner, depth: depth + 1 })
    }
  }
  return undefined
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}

function unstorable(path: string): ProblemError {
  return { path, message: { zh: '含有不能保存的字符', en: 'It holds a character that cannot be kept' } }
}

const tooDeep = { zh: '嵌套太深', en: 'It is nested too deeply' }
