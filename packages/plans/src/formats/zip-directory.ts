/** One file of a zip archive as the archive's own directory tells it. */
export interface ZipEntry {
  readonly name: string
  /** Bytes unpacked, as stated: an archive may lie. */
  readonly stated: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly packed: Uint8Array
}

/** The directory of an archive, read without unpacking; null where there is none or it is broken. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_535)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < lowest) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      stated: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      packed: contentAt(bytes, view, { local: view.getUint32(at + 42, true), size: view.getUint32(at + 20, true) }),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function contentAt(bytes: Uint8Array, view: DataView, entry: { local: number; size: number }): Uint8Array {
  if (entry.local + 30 > bytes.length) return new Uint8Array()
  const from = entry.local + 30 + view.getUint16(entry.local + 26, true) + view.getUint16(entry.local + 28, true)
  return bytes.subarray(from, from + entry.size)
}

/** Whether all files together unpack to at most `most` bytes, by what they state and by what they are. */
export async function unpacksWithin(entries: readonly ZipEntry[], most: number): Promise<boolean> {
  if (entries.reduce((total, { stated }) => total + stated, 0) > most) return false
  let left = most
  for (const { method, packed } of entries) {
    left -= method === 8 ? await inflatedSize(packed, left) : packed.length
    if (left < 0) return false
  }
  return true
}

/** Bytes a deflated stretch unpacks to, counted piece by piece and given up beyond `limit`; broken data end the count. */
async function inflatedSize(packed: Uint8Array, limit: number): Promise<number> {
  const inflate = new DecompressionStream('deflate-raw')
  const reader = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(inflate).getReader()
  let size = 0
  try {
    while (size <= limit) {
      const { done, value } = await reader.read()
      if (done) return size
      size += value.length
    }
    await reader.cancel()
  } catch {
    // The reader of the format says what is broken.
  }
  return size
}
