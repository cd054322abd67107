import { wordsOf } from '../messages/words-of.ts'
import { logEn } from './words-en.ts'
import { logZh } from './words-zh.ts'

export const useLogWords = wordsOf({ zh: logZh, en: logEn })
