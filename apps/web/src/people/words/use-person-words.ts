import { wordsOf } from '../../messages/words-of.ts'
import { personEn } from './person-en.ts'
import { personZh } from './person-zh.ts'

export const usePersonWords = wordsOf({ zh: personZh, en: personEn })
