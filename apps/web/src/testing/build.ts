import type { Answer, FactInfo, Place } from '@junheng/entitlements'

const words = (text: string) => ({ zh: text, en: text })

/** A fact of a test's place; only what matters is said. */
export function buildFact(name: string, changes: Partial<FactInfo> = {}): FactInfo {
  const row = name.split('.')[0] ?? ''
  return {
    name,
    type: { kind: 'boolean' },
    table: row === 'child' ? 'children' : row === 'member' ? 'members' : null,
    label: words(name),
    question: null,
    help: null,
    unit: null,
    ask: 'auto',
    topic: 'family',
    is: null,
    min: null,
    max: null,
    ...changes,
  }
}

/** A place that knows some facts and promises nothing. */
export function buildPlace(facts: readonly FactInfo[], changes: Partial<Place> = {}): Place {
  return {
    id: 'somewhere',
    region: 421202,
    name: words('somewhere'),
    lineage: ['somewhere'],
    documents: [],
    plan: null,
    facts,
    tables: [
      { name: 'children', row: 'child', label: words('children') },
      { name: 'members', row: 'member', label: words('members') },
    ],
    codeLists: [],
    topics: [],
    parameters: [],
    benefits: [],
    clauses: [],
    targets: [],
    duties: [],
    schedules: [],
    procedures: [],
    ...changes,
  }
}

/** An answer; only what matters is said. */
export function buildAnswer(id: string, changes: Partial<Answer> = {}): Answer {
  return {
    id,
    label: words(id),
    official: null,
    kind: 'cash-once',
    force: 'entitled',
    topic: 'money',
    subject: { type: 'child', index: 0, label: words('child') },
    status: 'eligible',
    statusLabel: words('eligible'),
    amount: null,
    amountFen: null,
    amountTo: null,
    unit: null,
    per: null,
    comparator: null,
    amountText: words(''),
    from: null,
    to: null,
    lastDay: null,
    periods: [],
    source: { document: 'd', clause: '1', title: 't', confidence: 'confirmed', draft: false },
    missing: [],
    missingSoon: [],
    reason: words(''),
    why: null,
    conditions: [],
    payer: null,
    provider: null,
    claim: null,
    note: null,
    excludedBy: null,
    ...changes,
  }
}
