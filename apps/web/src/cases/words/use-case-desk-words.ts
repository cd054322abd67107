import { wordsOf } from '../../messages/words-of.ts'
import { caseDeskEn } from './desk-en.ts'
import { caseDeskZh } from './desk-zh.ts'

export const useCaseDeskWords = wordsOf({ zh: caseDeskZh, en: caseDeskEn })
