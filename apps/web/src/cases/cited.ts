import { sourceTitle } from '../answers/source-title.ts'
import type { CaseItem } from './case-types.ts'

/** `《户口登记条例》第七条`: the law as people say it, without the name of the state; a clause alone where no title is known. */
export function citedText({ title, clause }: Pick<CaseItem['source'], 'title' | 'clause'>): string {
  if (title === null) return clause
  const short = sourceTitle(title.replace(/^中华人民共和国/u, ''))
  return short === sourceTitle(clause) ? short : `${short}${clause}`
}
