/** Words that are no names, with their Chinese spellings. A name of the dictionary wins over a Chinese spelling. */
const keywords: ReadonlyMap<string, string> = new Map([
  ...['and', 'or', 'between', 'in', 'if', 'then', 'else', 'some', 'every', 'satisfies', 'true', 'false', 'null'].map(
    (word): [string, string] => [word, word],
  ),
  ['且', 'and'],
  ['并且', 'and'],
  ['或', 'or'],
  ['或者', 'or'],
  ['如果', 'if'],
  ['那么', 'then'],
  ['否则', 'else'],
  ['真', 'true'],
  ['假', 'false'],
])

/** The keyword in English, or undefined. */
export function findKeyword(word: string): string | undefined {
  return keywords.get(word)
}

/** Chinese names of functions, of the day asked about and of the pack's region. */
const chineseNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    非: 'not',
    日期: 'date',
    当日: 'on',
    本地: 'here',
    最小: 'min',
    最大: 'max',
    向下取整: 'floor',
    向上取整: 'ceiling',
    绝对值: 'abs',
    四舍五入: 'round half up',
    周岁: 'ageInYears',
    月龄: 'ageInMonths',
    加年: 'addYears',
    加月: 'addMonths',
    加日: 'addDays',
    相隔天数: 'daysBetween',
    相隔月数: 'monthsBetween',
    年份: 'yearOf',
    月份: 'monthOf',
    位于: 'within',
    计数: 'count',
    合计: 'sum',
  }),
)

/** The language's own name for a Chinese function or context name, or undefined. */
export function findEnglishName(word: string): string | undefined {
  return chineseNames.get(word)
}

/** Words of FEEL that this subset leaves out on purpose, so that the message can say so. */
export const refusedWords: ReadonlySet<string> = new Set(['for', 'return', 'instance', 'function', 'external'])
