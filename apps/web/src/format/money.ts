import type { Language } from '../messages/language.tsx'

/** `1,234.5 元` of yuan: no noise of zeros. */
export function moneyText(yuan: number, language: Language): string {
  const number = yuan.toLocaleString('en-US', { maximumFractionDigits: 2 })
  return language === 'zh' ? `${number} 元` : `${number} yuan`
}
