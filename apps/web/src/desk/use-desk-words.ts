import { wordsOf } from '../messages/words-of.ts'
import { deskEn } from './words-en.ts'
import { deskZh } from './words-zh.ts'

export const useDeskWords = wordsOf({ zh: deskZh, en: deskEn })
