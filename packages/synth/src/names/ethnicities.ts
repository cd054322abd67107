import { Picker } from '../random/picker.ts'

/** Peoples by the number of GB/T 3304; 97 stands for all others. */
export const ethnicities: ReadonlyMap<number, string> = new Map([
  [1, '汉族'],
  [2, '蒙古族'],
  [3, '回族'],
  [4, '藏族'],
  [5, '维吾尔族'],
  [8, '壮族'],
  [11, '满族'],
  [30, '土族'],
  [35, '撒拉族'],
  [97, '其他'],
])

export const han = 1
export const mongolian = 2
export const hui = 3
export const tibetan = 4
export const uyghur = 5
export const tu = 30
export const salar = 35

type Shares = readonly (readonly [ethnicity: number, share: number])[]

/**
 * Who a county's minorities are, by the longest prefix of its code. The census gives their share of the county; these
 * parts of it are rough and for the look of names only.
 */
const shares: ReadonlyMap<string, Shares> = new Map<string, Shares>([
  ['', [[97, 1]]],
  [
    '11',
    [
      [11, 45],
      [hui, 30],
      [mongolian, 10],
      [97, 15],
    ],
  ],
  [
    '15',
    [
      [mongolian, 78],
      [11, 8],
      [hui, 8],
      [97, 6],
    ],
  ],
  [
    '1529',
    [
      [mongolian, 80],
      [hui, 15],
      [97, 5],
    ],
  ],
  [
    '45',
    [
      [8, 85],
      [97, 15],
    ],
  ],
  [
    '54',
    [
      [tibetan, 98],
      [97, 2],
    ],
  ],
  [
    '63',
    [
      [tibetan, 55],
      [hui, 30],
      [tu, 8],
      [mongolian, 4],
      [97, 3],
    ],
  ],
  [
    '6301',
    [
      [hui, 60],
      [tibetan, 24],
      [tu, 10],
      [mongolian, 3],
      [97, 3],
    ],
  ],
  [
    '630106',
    [
      [hui, 45],
      [tibetan, 45],
      [tu, 10],
    ],
  ],
  [
    '630121',
    [
      [hui, 55],
      [tu, 35],
      [tibetan, 10],
    ],
  ],
  [
    '6302',
    [
      [hui, 55],
      [tibetan, 25],
      [tu, 20],
    ],
  ],
  [
    '630222',
    [
      [hui, 65],
      [tu, 28],
      [tibetan, 7],
    ],
  ],
  [
    '630223',
    [
      [tu, 64],
      [tibetan, 26],
      [hui, 10],
    ],
  ],
  [
    '630224',
    [
      [hui, 70],
      [tibetan, 22],
      [salar, 8],
    ],
  ],
  [
    '630225',
    [
      [salar, 66],
      [tibetan, 25],
      [hui, 9],
    ],
  ],
  [
    '6322',
    [
      [hui, 48],
      [tibetan, 36],
      [mongolian, 10],
      [tu, 6],
    ],
  ],
  [
    '6323',
    [
      [tibetan, 88],
      [hui, 6],
      [mongolian, 3],
      [tu, 3],
    ],
  ],
  [
    '632324',
    [
      [mongolian, 93],
      [tibetan, 7],
    ],
  ],
  [
    '6325',
    [
      [tibetan, 86],
      [hui, 9],
      [mongolian, 3],
      [tu, 2],
    ],
  ],
  [
    '6326',
    [
      [tibetan, 98],
      [hui, 2],
    ],
  ],
  [
    '6327',
    [
      [tibetan, 99],
      [hui, 1],
    ],
  ],
  [
    '6328',
    [
      [hui, 40],
      [tibetan, 30],
      [mongolian, 22],
      [tu, 8],
    ],
  ],
  [
    '64',
    [
      [hui, 97],
      [97, 3],
    ],
  ],
  [
    '65',
    [
      [uyghur, 78],
      [hui, 8],
      [97, 14],
    ],
  ],
])

/** Picks one of a county's minorities. */
export function minorityPicker(county: number): { readonly picker: Picker; readonly codes: readonly number[] } {
  const code = String(county)
  const found = [6, 4, 2].map((length) => shares.get(code.slice(0, length))).find((one) => one !== undefined)
  const parts: Shares = found ?? [[97, 1]]
  return { picker: new Picker(parts.map(([, share]) => share)), codes: parts.map(([ethnicity]) => ethnicity) }
}
