/** The files of a zip archive that stores them unpacked, as the plan desk hands it over, by their paths. */
export function storedFiles(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files = new Map<string, string>()
  const text = new TextDecoder()
  let at = 0
  while (view.getUint32(at, true) === 0x04034b50) {
    const [size, nameLength, extra] = [
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ]
    const from = at + 30 + nameLength + extra
    files.set(
      text.decode(bytes.subarray(at + 30, at + 30 + nameLength)),
      text.decode(bytes.subarray(from, from + size)),
    )
    at = from + size
  }
  return files
}
