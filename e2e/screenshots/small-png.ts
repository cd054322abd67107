import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * The same picture with at most 256 colours, a third of the size: pages of text have few colours but their grey edges.
 * Reads what the browser writes: 8 bits a channel, not interlaced.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, pixels } = decode(png)
  const counts = new Map<number, number>()
  const keys = new Uint32Array(width * height)
  for (let i = 0; i < keys.length; i += 1) {
    const at = i * channels
    const key = (coarse(pixels[at]) << 16) | (coarse(pixels[at + 1]) << 8) | coarse(pixels[at + 2])
    keys[i] = key
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const palette = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([key]) => key)
  const index = new Map(palette.map((key, i) => [key, i]))
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const key = keys[y * width + x] ?? 0
      let i = index.get(key)
      if (i === undefined) {
        i = nearest(palette, key)
        index.set(key, i)
      }
      rows[y * (width + 1) + 1 + x] = i
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]))
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Four values fewer a channel: no eye sees it, and edges of the same grey fall together. White stays white. */
const coarse = (value = 0): number => (value >= 252 ? 255 : value & 0xfc)

function nearest(palette: readonly number[], key: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  palette.forEach((other, i) => {
    const [r, g, b] = [16, 8, 0].map((shift) => ((other >> shift) & 255) - ((key >> shift) & 255))
    const distance = (r ?? 0) ** 2 + (g ?? 0) ** 2 + (b ?? 0) ** 2
    if (distance < least) [best, least] = [i, distance]
  })
  return best
}

function decode(png: Buffer) {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const pixels = Buffer.alloc(height * stride)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < channels ? 0 : (pixels[at - channels] ?? 0)
      const up = y === 0 ? 0 : (pixels[at - stride] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (pixels[at - stride - channels] ?? 0)
      pixels[at] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)) & 255
    }
  }
  return { width, height, channels, pixels }
}

/** The five filters of the PNG standard. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const guess = left + up - corner
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
      return a <= b && a <= c ? left : b <= c ? up : corner
    }
    default:
      return 0
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
