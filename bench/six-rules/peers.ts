/** Each peer the way its documentation uses it, and where there are several ways, more than one. */
import { evaluateExpressionSync, ZenEngine } from '@gorules/zen-engine'
import { evaluate } from 'feelin'
import { Engine as JsonRulesEngine } from 'json-rules-engine'
import Publicodes from 'publicodes'
import { noSums, type Contestant, type Sums } from '../contestant.ts'
import { HERE, type HouseholdObject } from './population.ts'

interface Result {
  readonly eligible: unknown
  readonly subsidy: unknown
  readonly loan: unknown
  readonly nursing: unknown
  readonly leave: unknown
}

/** Peers judge the first few thousand households; their time is given for 100,000 by proportion. */
const SAMPLE = { feelin: 2000, zen: 10_000, jsonRules: 4000, publicodes: 500 }
const ZEN_CHUNK = 1000

export function peers(households: readonly HouseholdObject[]): readonly Contestant[] {
  return [
    feelin(households.slice(0, SAMPLE.feelin)),
    zenExpression(households.slice(0, SAMPLE.zen)),
    zenLoop(households.slice(0, SAMPLE.zen)),
    jsonRules(households.slice(0, SAMPLE.jsonRules)),
    publicodes(households.slice(0, SAMPLE.publicodes)),
  ]
}

function peer(name: string, households: readonly HouseholdObject[], judge: (add: (result: Result) => void) => unknown) {
  let sums: Sums = noSums
  const contestant: Contestant = {
    name,
    kind: 'peer',
    households: households.length,
    repeats: 1,
    run: async () => {
      const total = { ...noSums }
      await judge((result) => {
        total.eligible += result.eligible === true ? 1 : 0
        total.subsidy += Number(result.subsidy)
        total.loan += Number(result.loan)
        total.nursing += Number(result.nursing)
        total.leave += Number(result.leave)
      })
      sums = total
    },
    sums: () => sums,
  }
  return contestant
}

function feelin(households: readonly HouseholdObject[]): Contestant {
  const eligible = `h.childAge < 3 and h.birthOrder >= 2 and h.district = ${HERE} and h.registered`
  const text = `for h in households return {
    eligible: ${eligible},
    subsidy: if ${eligible} then 50000 else 0,
    loan: min(if h.birthOrder >= 2 then h.baseLimit * 1.5 else h.baseLimit, h.contractPrice * 0.8),
    nursing: if h.elderAge >= 60 then 30000 + 10000 * floor((h.elderAge - 60) / 10) else 0,
    leave: 98 + (if h.birthOrder = 1 then 60 else 90)
  }`
  return peer('feelin, all households in one expression', households, (add) => {
    for (const result of evaluate(text, { households }).value as Result[]) add(result)
  })
}

const zenEligible = `childAge < 3 and birthOrder >= 2 and district == ${HERE} and registered`
const zenRules = {
  eligible: zenEligible,
  subsidy: `${zenEligible} ? 50000 : 0`,
  loan: 'min([birthOrder >= 2 ? baseLimit * 1.5 : baseLimit, contractPrice * 0.8])',
  nursing: 'elderAge >= 60 ? 30000 + 10000 * floor((elderAge - 60) / 10) : 0',
  leave: '98 + (birthOrder == 1 ? 60 : 90)',
}

function zenExpression(households: readonly HouseholdObject[]): Contestant {
  const text = `{${Object.entries(zenRules)
    .map(([name, rule]) => `${name}: ${rule}`)
    .join(', ')}}`
  return peer('zen-engine, one expression a household', households, (add) => {
    for (const household of households) add(evaluateExpressionSync(text, household) as Result)
  })
}

function zenLoop(households: readonly HouseholdObject[]): Contestant {
  const expressions = Object.entries(zenRules).map(([key, value]) => ({ id: key, key, value }))
  const content = { expressions, executionMode: 'loop', inputField: 'households', outputPath: 'results' }
  const position = { x: 0, y: 0 }
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position },
      { id: 'rules', type: 'expressionNode', name: 'rules', position, content },
      { id: 'out', type: 'outputNode', name: 'out', position },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
      { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
    ],
  })
  return peer('zen-engine, compiled decision in loop mode', households, async (add) => {
    for (let from = 0; from < households.length; from += ZEN_CHUNK) {
      const { result } = await decision.evaluate({ households: households.slice(from, from + ZEN_CHUNK) })
      for (const one of (result as { results: Result[] }).results) add(one)
    }
  })
}

function jsonRules(households: readonly HouseholdObject[]): Contestant {
  const engine = new JsonRulesEngine()
  const when = (...all: readonly [fact: string, operator: string, value: unknown][]) => ({
    all: all.map(([fact, operator, value]) => ({ fact, operator, value })),
  })
  engine
    .addRule({
      conditions: when(
        ['childAge', 'lessThan', 3],
        ['birthOrder', 'greaterThanInclusive', 2],
        ['district', 'equal', HERE],
        ['registered', 'equal', true],
      ),
      event: { type: 'eligible', params: { subsidy: 50_000 } },
    })
    .addRule({
      conditions: when(['birthOrder', 'greaterThanInclusive', 2]),
      event: { type: 'raised', params: { factor: 1.5 } },
    })
    .addRule({
      conditions: when(['elderAge', 'greaterThanInclusive', 60]),
      event: { type: 'nursing', params: { base: 30_000, step: 10_000 } },
    })
    .addRule({ conditions: when(['birthOrder', 'equal', 1]), event: { type: 'leave', params: { extra: 60 } } })
    .addRule({ conditions: when(['birthOrder', 'notEqual', 1]), event: { type: 'leave', params: { extra: 90 } } })
  return peer('json-rules-engine', households, async (add) => {
    for (const household of households) {
      const { events } = await engine.run(household)
      const params = new Map(events.map((event) => [event.type, event.params ?? {}]))
      const [eligible, nursing] = [params.get('eligible'), params.get('nursing')]
      const factor = Number(params.get('raised')?.['factor'] ?? 1)
      const decades = Math.floor((household.elderAge - 60) / 10)
      // The engine does not calculate; its users do that with what its events carry.
      add({
        eligible: eligible !== undefined,
        subsidy: eligible?.['subsidy'] ?? 0,
        loan: Math.min(household.baseLimit * factor, household.contractPrice * 0.8),
        nursing: nursing === undefined ? 0 : Number(nursing['base']) + Number(nursing['step']) * decades,
        leave: 98 + Number(params.get('leave')?.['extra']),
      })
    }
  })
}

function publicodes(households: readonly HouseholdObject[]): Contestant {
  const quiet = { log() {}, warn() {}, error() {} }
  const engine = new Publicodes(
    {
      'child age': { valeur: 0 },
      'birth order': { valeur: 1 },
      district: { valeur: 0 },
      registered: { valeur: 'non' },
      'base limit': { valeur: 0 },
      'contract price': { valeur: 0 },
      'elder age': { valeur: 0 },
      eligible: {
        'toutes ces conditions': ['child age < 3', 'birth order >= 2', `district = ${HERE}`, 'registered'],
      },
      subsidy: { variations: [{ si: 'eligible', alors: 50_000 }, { sinon: 0 }] },
      limit: { variations: [{ si: 'birth order >= 2', alors: 'base limit * 1.5' }, { sinon: 'base limit' }] },
      loan: { 'le minimum de': ['limit', 'contract price * 0.8'] },
      // It rounds but has no floor: for whole ages, 0.45 less rounds to the same.
      decades: { valeur: '(elder age - 60) / 10 - 0.45', arrondi: 'oui' },
      nursing: { variations: [{ si: 'elder age >= 60', alors: '30000 + 10000 * decades' }, { sinon: 0 }] },
      extra: { variations: [{ si: 'birth order = 1', alors: 60 }, { sinon: 90 }] },
      leave: { valeur: '98 + extra' },
    },
    { logger: quiet },
  )
  return peer('publicodes', households, (add) => {
    for (const household of households) {
      engine.setSituation({
        'child age': household.childAge,
        'birth order': household.birthOrder,
        district: household.district,
        registered: household.registered ? 'oui' : 'non',
        'base limit': household.baseLimit,
        'contract price': household.contractPrice,
        'elder age': household.elderAge,
      })
      const value = (rule: string) => engine.evaluate(rule).nodeValue
      add({
        eligible: value('eligible'),
        subsidy: value('subsidy'),
        loan: value('loan'),
        nursing: value('nursing'),
        leave: value('leave'),
      })
    }
  })
}
