/**
 * A telephone number that nobody has: eleven digits like a mobile's, beginning with 000. No mobile, no area code and no
 * country begins so, and dialling it reaches nobody. Different for every `index` below 100,000,000.
 */
export function syntheticPhone(index: number): string {
  // 61,803,399 has no factor in common with 100,000,000, so no two indices meet; the product stays exact below 2^53.
  const digits = (index * 61_803_399 + 27_182_818) % 100_000_000
  return `000${String(digits).padStart(8, '0')}`
}

export function isSyntheticPhone(text: string): boolean {
  return /^000\d{8}$/.test(text)
}
