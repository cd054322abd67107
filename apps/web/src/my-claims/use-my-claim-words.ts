import { wordsOf } from '../messages/words-of.ts'
import { myClaimsEn } from './words-en.ts'
import { myClaimsZh } from './words-zh.ts'

export const useMyClaimWords = wordsOf({ zh: myClaimsZh, en: myClaimsEn })
