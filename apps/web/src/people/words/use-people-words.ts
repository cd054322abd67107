import { wordsOf } from '../../messages/words-of.ts'
import { peopleEn } from './people-en.ts'
import { peopleZh } from './people-zh.ts'

export const usePeopleWords = wordsOf({ zh: peopleZh, en: peopleEn })
