import { assume, forms, type Reading } from './table-reader.ts'

/** Lists that a life table was extended or cut to the population's ages. */
export function noteOpenAge(reading: Reading, { from, to }: { readonly from: number; readonly to: number }): void {
  if (from === to) return
  assume(reading, {
    id: 'open-age',
    text:
      from < to
        ? {
            zh: `生命表到 ${from}+，人口到 ${to}+：按 Kannisto 模型补到 ${to}+`,
            en: `the life table ends at ${from}+ and the population at ${to}+: extended by Kannisto’s law`,
          }
        : {
            zh: `生命表到 ${from}+，人口到 ${to}+：${to} 岁以上并为开口组`,
            en: `the life table ends at ${from}+ and the population at ${to}+: its ages from ${to} are put together`,
          },
    source: forms.lifeTable.file,
  })
}
