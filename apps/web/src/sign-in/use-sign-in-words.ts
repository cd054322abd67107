import { wordsOf } from '../messages/words-of.ts'
import { signInEn } from './words-en.ts'
import { signInZh } from './words-zh.ts'

export const useSignInWords = wordsOf({ zh: signInZh, en: signInEn })
