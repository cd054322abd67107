import { wordsOf } from '../messages/words-of.ts'
import { myCaseEn } from './words-en.ts'
import { myCaseZh } from './words-zh.ts'

export const useMyCaseWords = wordsOf({ zh: myCaseZh, en: myCaseEn })
