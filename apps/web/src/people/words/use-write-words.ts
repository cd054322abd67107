import { wordsOf } from '../../messages/words-of.ts'
import { writeEn } from './write-en.ts'
import { writeZh } from './write-zh.ts'

export const useWriteWords = wordsOf({ zh: writeZh, en: writeEn })
