import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Text } from '@junheng/rules'
import { en } from './en.ts'
import { type Messages, zh } from './zh.ts'

export type Language = 'zh' | 'en'

export interface Words {
  readonly language: Language
  readonly t: Messages
  /** The right half of a pair. */
  readonly say: (text: Text) => string
  readonly setLanguage: (language: Language) => void
}

const messages: Record<Language, Messages> = { zh, en }
const WordsContext = createContext<Words | null>(null)
const storageKey = 'junheng.language'

/** Chinese unless this device, or the link's `lang`, chose English. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang')
  if (asked === 'en' || asked === 'zh') return asked
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    try {
      localStorage.setItem(storageKey, language)
    } catch {
      // A browser that keeps nothing still shows the page; the choice lasts until it is closed.
    }
  }, [language])
  const words = useMemo<Words>(
    () => ({ language, t: messages[language], say: (text) => text[language], setLanguage }),
    [language],
  )
  return <WordsContext value={words}>{children}</WordsContext>
}

/** The words of the chosen language. Throws outside the provider. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('useWords outside LanguageProvider')
  return words
}
