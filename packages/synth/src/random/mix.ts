/** A 32-bit mixer with full avalanche (Wellons' "lowbias32"): every bit of x reaches every bit of the result. */
export function mix(x: number): number {
  let bits = x | 0
  bits ^= bits >>> 16
  bits = Math.imul(bits, 0x7feb352d)
  bits ^= bits >>> 15
  bits = Math.imul(bits, 0x846ca68b)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** One 32-bit key of several integers (up to 2^53), in their order. */
export function keyOf(...parts: readonly number[]): number {
  let key = 0x9e3779b9
  for (const part of parts) {
    key = mix(key ^ part)
    key = mix(key + Math.floor(part / 4_294_967_296) + 0x632be5ab)
  }
  return key
}
