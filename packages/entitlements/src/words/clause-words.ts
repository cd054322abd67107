/**
 * A clause path as the document numbers it: `二（三）7` of `二/(三)/7`, `四、11` of `四/11`. A part letter in front
 * (`B/二/…`, where one file holds several texts) is the packs' own and is left out.
 */
export function clauseWords(path: string): string {
  return path
    .replace(/^[A-Z]\//u, '')
    .replaceAll(/([一二三四五六七八九十])\/(?=\d)/gu, '$1、')
    .replaceAll('/', '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
}
