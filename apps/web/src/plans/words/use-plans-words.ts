import { useWords, type Language } from '../../messages/language.tsx'
import { plansEn } from './plans-en.ts'
import { plansZh, type PlansMessages } from './plans-zh.ts'

const messages: Record<Language, PlansMessages> = { zh: plansZh, en: plansEn }

/** The words about plans; kept apart so that a family never loads them. */
export function usePlansWords(): { readonly words: PlansMessages; readonly language: Language } {
  const { language } = useWords()
  return { words: messages[language], language }
}
