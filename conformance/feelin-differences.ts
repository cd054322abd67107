import { dayNumberOf } from '@junheng/kernel'
import type { Household, Value } from '@junheng/rules'

export interface Difference {
  readonly text: string
  readonly facts: Household['facts']
  readonly rows?: Household['rows']
  /** What the rule gives here; `refused`: the checker does not accept it. */
  readonly ours: Value
  /** The same in FEEL; feelin has `rooms`, `price`, `delivery`, `filed` and `children` with `order` and `fee`. */
  readonly feel: string
  readonly theirs: unknown
}

const unknownOrder = { children: [{ 'child.birthOrder': null, 'child.fee': 5 }] }

/** docs/rules-differences.md says why; this says that it is so. */
export const feelinDifferences: readonly Difference[] = [
  // A missing fact
  { text: 'if household.registered then 1 else 2', facts: {}, ours: null, feel: 'if filed then 1 else 2', theirs: 2 },
  { text: 'household.rooms = 3', facts: {}, ours: null, feel: 'rooms = 3', theirs: false },
  { text: 'household.rooms != 3', facts: {}, ours: null, feel: 'rooms != 3', theirs: true },
  { text: 'not(household.rooms = 3)', facts: {}, ours: null, feel: 'not(rooms = 3)', theirs: true },
  { text: 'household.rooms in (1, 3)', facts: {}, ours: null, feel: 'rooms in (1, 3)', theirs: false },
  {
    text: 'some child in children satisfies child.birthOrder > 1',
    facts: {},
    rows: unknownOrder,
    ours: null,
    feel: 'some c in children satisfies c.order > 1',
    theirs: false,
  },
  {
    text: 'every child in children satisfies child.birthOrder > 1',
    facts: {},
    rows: unknownOrder,
    ours: null,
    feel: 'every c in children satisfies c.order > 1',
    theirs: false,
  },
  {
    text: 'count(children[child.birthOrder > 1])',
    facts: {},
    rows: unknownOrder,
    ours: null,
    feel: 'count(children[item.order > 1])',
    theirs: 0,
  },
  { text: 'household.rooms = null', facts: {}, ours: 'refused', feel: 'rooms = null', theirs: true },
  // Rows
  { text: 'sum(children.fee)', facts: {}, rows: { children: [] }, ours: 0, feel: 'sum(children.fee)', theirs: null },
  {
    text: 'count(children[1])',
    facts: {},
    rows: unknownOrder,
    ours: 'refused',
    feel: 'count(children[1])',
    theirs: 1,
  },
  // Numbers and money
  {
    text: 'household.rooms * 0.1',
    facts: { 'household.rooms': 3 },
    ours: 0.3,
    feel: 'rooms * 0.1',
    theirs: 0.300_000_000_000_000_04,
  },
  { text: 'household.rooms / 0', facts: { 'household.rooms': 3 }, ours: 'refused', feel: 'rooms / 0', theirs: null },
  {
    text: 'household.rooms / household.rooms',
    facts: { 'household.rooms': 3 },
    ours: 'refused',
    feel: 'rooms / rooms',
    theirs: 1,
  },
  {
    text: 'home.price + 500',
    facts: { 'home.price': 100 },
    ours: 'refused',
    feel: 'price + 500',
    theirs: 600,
  },
  {
    text: 'round half up(home.price, 0)',
    facts: { 'home.price': 100 },
    ours: 'refused',
    feel: 'round half up(price, 0)',
    theirs: 100,
  },
  // Ranges and order
  {
    text: 'household.rooms in ([5..1])',
    facts: { 'household.rooms': 3 },
    ours: false,
    feel: 'rooms in ([5..1])',
    theirs: true,
  },
  {
    text: 'household.rooms in [1..3] and household.registered',
    facts: { 'household.rooms': 3, 'household.registered': true },
    ours: 'refused',
    feel: 'rooms in [1..3] and filed',
    theirs: null,
  },
  {
    text: 'household.rooms < "3"',
    facts: { 'household.rooms': 2 },
    ours: 'refused',
    feel: 'rooms < "3"',
    theirs: true,
  },
  {
    text: 'mother.delivery = "Natural"',
    facts: { 'mother.delivery': 'natural' },
    ours: 'refused',
    feel: 'delivery = "Natural"',
    theirs: false,
  },
  // Full-width signs
  { text: 'household.rooms ＜ 3', facts: { 'household.rooms': 2 }, ours: true, feel: 'rooms ＜ 3', theirs: null },
  // Dates
  {
    text: 'addYears(date("2024-02-29"), 1)',
    facts: {},
    ours: dayNumberOf(2025, 3, 1),
    feel: 'string(date("2024-02-29") + duration("P1Y"))',
    theirs: '2025-02-28',
  },
  {
    text: 'addMonths(date("2024-01-31"), 1)',
    facts: {},
    ours: dayNumberOf(2024, 3, 1),
    feel: 'string(date("2024-01-31") + duration("P1M"))',
    theirs: '2024-02-29',
  },
]
