import { wordsOf } from '../messages/words-of.ts'
import { postsEn } from './words-en.ts'
import { postsZh } from './words-zh.ts'

export const usePostsWords = wordsOf({ zh: postsZh, en: postsEn })
