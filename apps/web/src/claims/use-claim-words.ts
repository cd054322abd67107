import { wordsOf } from '../messages/words-of.ts'
import { claimsEn } from './words-en.ts'
import { claimsZh } from './words-zh.ts'

export const useClaimWords = wordsOf({ zh: claimsZh, en: claimsEn })
