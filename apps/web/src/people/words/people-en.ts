import type { PeopleMessages } from './people-zh.ts'

/** What the pages about people say, in English. */
export const peopleEn: PeopleMessages = {
  title: 'Find people',
  why: 'Purpose',
  whyAsk: 'What are you looking for?',
  whyLead:
    'Choose once; it stays until you change it. Each search and reading is written down with it, and the person can see that.',
  change: 'Change purpose',
  case: 'Case',
  caseAsk: 'Which case?',
  caseNone: 'There is no open case yet.',
  caseOpen: 'Open a case',
  caseChoose: 'Choose',
  caseNeeded: 'Choose a case first.',
  forbiddenMark: 'without births',
  search: 'Find',
  searchLabel: 'Name, pinyin, initials, identity number, phone or address',
  searching: 'Searching…',
  searchKeys: '/ comes here, ↓ goes to the results, Enter opens, Esc comes back',
  results: 'Results',
  by: {
    name: 'By name',
    pinyin: 'By pinyin',
    identity: 'By identity number',
    phone: 'By phone',
    address: 'By address',
  },
  found: (by, n) => (n === 1 ? `${by}: 1 person` : `${by}: ${n} people`),
  more: 'There are more; type a little more.',
  none: (by) => `${by}: nobody found.`,
  noneDo:
    'Is the name written another way? Try initials, the identity number or the address. People outside your area are not found here.',
  start: 'Type and press Enter. The beginning of a name or its initials will do; numbers must be whole.',
  register: 'Register a newborn or newcomer',
  columns: {
    name: 'Name',
    sex: 'Sex',
    born: 'Born',
    place: 'Township, village',
    identity: 'Identity number',
    phone: 'Phone',
  },
  sex: { male: 'male', female: 'female' },
  age: (years) => `aged ${years}`,
  days: (days) => `${days} days old`,
  months: (months) => `${months} months old`,
  died: (day) => `died ${day}`,
  forbidden: {
    title: (label) => `For “${label}”, births cannot be seen`,
    spirit:
      'The plans say that births decide nothing in household registration, school entry, hiring, appraisal or promotion. So the database shows no children, parents or household for it, and no family can be found by address.',
    recorded: 'This attempt was written down and reviewers see it. Nothing was shown.',
    instead: 'Search by name, identity number or phone instead, to check who this one person is.',
    hidden: 'Family and births are not part of this purpose and were not read.',
  },
}
