/** Text of bytes by its mark, else strict UTF-8, else GB18030 (which holds GBK and GB2312); null when none fits. */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decode(bytes.subarray(3), 'utf-8')
  if (a === 0xff && b === 0xfe) return decode(bytes.subarray(2), 'utf-16le')
  if (a === 0xfe && b === 0xff) return decode(bytes.subarray(2), 'utf-16be')
  return decode(bytes, 'utf-8') ?? plausible(decode(bytes, 'gb18030'))
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** GB18030 accepts almost any bytes: what it gives must look like writing. */
function plausible(text: string | null): string | null {
  if (text === null) return null
  const sample = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex -- control characters are what tells binary from text
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  return odd * 100 > sample.length ? null : text
}
