/** The units of procedures that a kind of post works for. A kind that is not named works on no case. */
const units: Readonly<Record<string, readonly string[]>> = {
  'county-officer': ['health'],
  'township-worker': ['health', 'township'],
  'village-worker': ['health'],
  'health-worker': ['health'],
  'hospital-clerk': ['hospital'],
  'police-registrar': ['police'],
  'insurance-clerk': ['medical-insurance'],
  'social-security-clerk': ['social-security'],
  'tax-clerk': ['tax'],
  'civil-affairs-clerk': ['civil-affairs'],
}

export function unitsOfPost(kind: string): readonly string[] {
  return units[kind] ?? []
}
