import { useWords, type Language } from '../messages/language.tsx'
import { forecastEn } from '../messages/forecast-en.ts'
import { type ForecastMessages, forecastZh } from '../messages/forecast-zh.ts'

const messages: Record<Language, ForecastMessages> = { zh: forecastZh, en: forecastEn }

/** The forecast's words; kept apart so that a family never loads them. */
export function useForecastWords(): { readonly words: ForecastMessages; readonly language: Language } {
  const { language } = useWords()
  return { words: messages[language], language }
}
