import { checkCharacter, civilOf, parseResidentId } from '@junheng/kernel'

/**
 * A synthetic identity number looks like one of GB 11643 and passes every check of form, but its first two digits name no
 * province: GB/T 2260 has none of 16–20, 26–28, 55–59, 66–70, 72–78, 84–89. The other four digits of the region are the
 * county's own. So no number of a real person can be among them, and each can be told by sight.
 */
export function syntheticRegion(county: number): number {
  const province = Math.floor(county / 10_000)
  return (province + shiftOf(province)) * 10_000 + (county % 10_000)
}

/** The county a synthetic region stands for; undefined where it is none. */
export function findCountyOfSynthetic(region: number): number | undefined {
  const marked = Math.floor(region / 10_000)
  for (const shift of [5, 41, 43]) {
    const province = marked - shift
    if (isProvince(province) && shiftOf(province) === shift) return province * 10_000 + (region % 10_000)
  }
  return undefined
}

/** Whether a text is an identity number of a synthetic person: right in form and in the range no real one can have. */
export function isSyntheticId(text: string): boolean {
  const parsed = parseResidentId(text)
  return parsed.ok && findCountyOfSynthetic(parsed.id.region) !== undefined
}

/** The number of a person by county, day of birth, sex and serial 0 … 498; odd sequences are men's. */
export function syntheticId({
  county,
  birthDate,
  sex,
  serial,
}: {
  readonly county: number
  /** Day number. */
  readonly birthDate: number
  readonly sex: 'male' | 'female'
  readonly serial: number
}): string {
  const { year, month, day } = civilOf(birthDate)
  const sequence = 2 * serial + (sex === 'male' ? 1 : 2)
  const number = syntheticRegion(county) * 100_000_000 + year * 10_000 + month * 100 + day
  const first17 = String(number) + (sequence < 10 ? `00${sequence}` : sequence < 100 ? `0${sequence}` : `${sequence}`)
  return first17 + checkCharacter(first17)
}

/** East China (31–37) and the centre and south (41–46) have no free neighbours five places on. */
function shiftOf(province: number): number {
  const zone = Math.floor(province / 10)
  return zone === 3 ? 41 : zone === 4 ? 43 : 5
}

/** The two digits of the mainland's provinces: 11–15, 21–23, 31–37, 41–46, 50–54, 61–65. */
function isProvince(code: number): boolean {
  const digit = code % 10
  const last = [0, 5, 3, 7, 6, 4, 5][Math.floor(code / 10)] ?? 0
  return digit <= last && (digit >= 1 || code === 50)
}
