/** `二（三）7` of the path `二/(三)/7`: as the document numbers it, without our slashes. */
export function clauseText(path: string): string {
  return path.replaceAll('/', '').replaceAll('(', '（').replaceAll(')', '）')
}
