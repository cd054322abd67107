import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

/** A body in all the encodings it is sent in, made once and kept; null where compressing again is useless. */
export interface EncodedBody {
  readonly identity: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer> | null
  readonly br: Uint8Array<ArrayBuffer> | null
}

/** The compression before; whatever became of it, the next begins. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * Compresses once for all requests. `quality` is Brotli's, 0 to 11. One body after the other: each takes some 60 MB while
 * it is compressed, and a service starts with many.
 */
export async function encodeBody(bytes: Uint8Array, quality = 9): Promise<EncodedBody> {
  const compress = async () => ({
    zipped: await zip(bytes, { level: 9 }),
    brotlied: await brotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  })
  const mine = turn.then(compress)
  turn = mine.catch(() => undefined)
  const { zipped, brotlied } = await mine
  return { identity: Uint8Array.from(bytes), gzip: Uint8Array.from(zipped), br: Uint8Array.from(brotlied) }
}

/** The best encoding an `Accept-Encoding` header allows. */
export function acceptedEncoding(header: string | undefined): Encoding {
  const allowed = (header ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/u.test(part))
    .map((part) => part.split(';', 1)[0]?.trim())
  if (allowed.includes('br')) return 'br'
  return allowed.includes('gzip') ? 'gzip' : 'identity'
}
