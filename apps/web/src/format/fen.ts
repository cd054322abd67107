import type { Language } from '../messages/language.tsx'

/** `500.00 元` of fen: to the fen, as whoever counts money needs it. */
export function fenText(fen: number, language: Language): string {
  const number = (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return language === 'zh' ? `${number} 元` : `${number} yuan`
}
