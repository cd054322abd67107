import { wordsOf } from '../messages/words-of.ts'
import { paymentsEn } from './words-en.ts'
import { paymentsZh } from './words-zh.ts'

export const usePaymentWords = wordsOf({ zh: paymentsZh, en: paymentsEn })
