import { type Language, useWords } from './language.tsx'

export interface AreaWords<T> {
  readonly words: T
  readonly language: Language
  /** The right half of a pair. */
  readonly say: ReturnType<typeof useWords>['say']
}

/** The hook for the words of one area, kept apart so that whoever does not go there never loads them. */
export function wordsOf<T>(messages: Readonly<Record<Language, T>>): () => AreaWords<T> {
  return () => {
    const { language, say } = useWords()
    return { words: messages[language], language, say }
  }
}
