/** A document's title in its marks 《》, which some titles bring along. */
export function sourceTitle(title: string): string {
  return /^[《〈]/u.test(title) ? title : `《${title}》`
}
