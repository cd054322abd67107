import { formatYuan } from '@junheng/kernel'
import type { Language } from '../messages/language.tsx'

/** `500 元` of fen: as families read money, with cents only where there are any. */
export function yuanText(fen: number, language: Language): string {
  return language === 'zh' ? `${formatYuan(fen)} 元` : `${formatYuan(fen)} yuan`
}
