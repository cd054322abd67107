import type { PersonFact } from '../calls.ts'
import type { PeopleMessages } from '../words/people-zh.ts'
import type { PersonMessages } from '../words/person-zh.ts'

export interface FactWords {
  /** County of the person: who is registered there has a name, also where it is not shown. */
  readonly region: string
  readonly people: PeopleMessages
  readonly person: PersonMessages
  /** Name of a township or village by its code; null where it is not known here. */
  readonly placeName: (code: string) => string | null
  readonly dayText: (day: string) => string
}

/** A fact's value as people say it. */
export function factText(fact: PersonFact, words: FactWords): string {
  const { kind, value } = fact
  const tied =
    fact.object === null
      ? ''
      : (fact.object.name ?? (fact.object.region === words.region ? words.person.hidden : words.person.outside))
  if (value === null) return words.person.withdrawn
  switch (kind) {
    case 'name':
      return value['name'] ?? ''
    case 'sex':
      return words.people.sex[value['sex'] ?? ''] ?? ''
    case 'birth-date':
      return words.dayText(value['day'] ?? '')
    case 'ethnicity':
      return value['ethnicity'] ?? ''
    case 'identity-number':
    case 'phone':
      return value['masked'] ?? ''
    case 'residence':
    case 'household': {
      const code = value['village'] ?? value['township'] ?? ''
      return [words.placeName(code) ?? code, value['address'] ?? ''].filter(Boolean).join(' ')
    }
    case 'membership': {
      const role = value['role'] ?? ''
      return words.person.roles[role] ?? role
    }
    case 'health':
      return fact.note ?? words.person.healthHidden
    case 'death':
    case 'marriage':
    case 'divorce':
    case 'pregnancy':
      return [words.dayText(fact.from), tied].filter(Boolean).join(' ')
    default:
      return tied
  }
}
