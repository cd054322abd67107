/** Yuan as typed, in fen; null: it is no amount. Up to 9,999,999.99 yuan. */
export function fenOf(yuan: string): number | null {
  const plain = yuan.trim().replaceAll(/[,，]/g, '')
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}
