import { wordsOf } from '../messages/words-of.ts'
import { birthEn } from './words-en.ts'
import { birthZh } from './words-zh.ts'

export const useBirthWords = wordsOf({ zh: birthZh, en: birthEn })
