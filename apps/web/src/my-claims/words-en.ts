import type { myClaimsZh } from './words-zh.ts'

export const myClaimsEn: typeof myClaimsZh = {
  title: 'My benefits',
  year: (period) => (period === 'once' ? '' : period),
  payments: 'Payments',
  toMine: 'Back to my page',
  why: 'Why this amount',
  clause: (title, clause) => `By ${title}, ${clause}`,
  take: (amount) => `Take ${amount}`,
  correct: 'Correct the account',
  sentBack: (reason) => `The bank sent it back: ${reason}. Check the account and send it again; the money is not lost.`,
  holder: 'Holder of the account',
  account: 'Account number',
  accountHint: '8 to 30 digits; spaces do not matter.',
  bank: 'Bank',
  phone: 'Telephone',
  optional: 'may be left empty',
  taken: 'Received. Once it is confirmed the money goes to this account.',
  steps: 'Where it stands',
  toRecover: (money) => `${money} was paid too much and is to come back`,
  on: (day) => day,
}
