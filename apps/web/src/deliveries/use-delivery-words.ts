import { wordsOf } from '../messages/words-of.ts'
import { deliveryEn } from './words-en.ts'
import { deliveryZh } from './words-zh.ts'

export const useDeliveryWords = wordsOf({ zh: deliveryZh, en: deliveryEn })
