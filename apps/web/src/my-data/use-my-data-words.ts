import { wordsOf } from '../messages/words-of.ts'
import { myDataEn } from './words-en.ts'
import { myDataZh } from './words-zh.ts'

export const useMyDataWords = wordsOf({ zh: myDataZh, en: myDataEn })
