/** One entry a person; a household's members stand together, its head first. Persons are named by their place here. */
export interface PersonColumns {
  readonly count: number
  /** Index of the household. */
  readonly household: Int32Array
  /** 0 male, 1 female. */
  readonly sex: Uint8Array
  /** Day number. */
  readonly birthDate: Int32Array
  readonly relation: Uint8Array
  readonly marital: Uint8Array
  /** Day the marriage was registered; `noDay` where none is. */
  readonly marriedOn: Int32Array
  /** Spouse or partner, mother and father in the same household; `none` where there is none or they live elsewhere. */
  readonly partner: Int32Array
  readonly mother: Int32Array
  readonly father: Int32Array
  /** Birth of a child's mother who lives elsewhere; otherwise `noDay`. */
  readonly absentMotherBirth: Int32Array
  /** Which of the mother's children; 0 where the mother is not known. */
  readonly birthOrder: Uint8Array
  readonly babiesInBirth: Uint8Array
  /** Of a woman. */
  readonly childrenEverBorn: Uint8Array
  /** Day a pregnant woman's child is due; otherwise `noDay`. */
  readonly dueDate: Int32Array
  /** Number of GB/T 3304; see names/ethnicities.ts. */
  readonly ethnicity: Uint8Array
  readonly surname: Uint16Array
  readonly given: Uint32Array
  /** Tells those of one county, day of birth and sex apart. */
  readonly serial: Uint16Array
  /** Six digits of the county of household registration. */
  readonly registration: Int32Array
  readonly work: Uint8Array
  /** Fen a month. */
  readonly income: Int32Array
  /** Mean monthly wage at an employee's place of work, fen; 0 for others. */
  readonly employerWage: Int32Array
  readonly specialFamily: Uint8Array
  readonly flags: Uint8Array
}

/** One entry a household. */
export interface HouseholdColumns {
  readonly count: number
  /** Its first person; one entry more than households, so that the last one's end is there too. */
  readonly first: Int32Array
  readonly kind: Uint8Array
  readonly town: Uint16Array
  readonly village: Uint16Array
  readonly number: Uint16Array
  readonly flags: Uint8Array
}

/** Children of women of the batch who do not live with them, ordered by mother. */
export interface ElsewhereColumns {
  readonly count: number
  readonly mother: Int32Array
  readonly birthDate: Int32Array
  readonly sex: Uint8Array
  readonly alive: Uint8Array
}

/** Some thousands of persons of one county with their households; nothing in it points to another batch. */
export interface Batch {
  readonly county: number
  readonly countyName: string
  /** Day number on which everything holds. */
  readonly on: number
  /** Of the seed, the county and the batch; what is drawn later for one person or household starts from it. */
  readonly key: number
  /** Persons of the county in earlier batches. */
  readonly firstPerson: number
  readonly persons: PersonColumns
  readonly households: HouseholdColumns
  readonly elsewhere: ElsewhereColumns
}
