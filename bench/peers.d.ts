// What the measurements use of the peers; feelin is declared in ../conformance/databases.d.ts. The folder's packages are
// installed for `npm run bench` only, and types must be checkable without them.

declare module '@gorules/zen-engine' {
  export function evaluateExpressionSync(expression: string, context?: unknown): unknown
  export class ZenEngine {
    createDecision(content: object): { evaluate(context: unknown): Promise<{ result: unknown }> }
    dispose(): void
  }
}

declare module 'json-rules-engine' {
  export interface Almanac {
    factValue(name: string): Promise<unknown>
  }
  export class Engine {
    addRule(rule: object): this
    addFact(name: string, definition: (params: object, almanac: Almanac) => Promise<unknown>): this
    run(facts: object): Promise<{ events: { type: string; params?: Record<string, unknown> }[]; almanac: Almanac }>
  }
}

declare module 'publicodes' {
  export default class Engine {
    constructor(rules: object, options?: object)
    setSituation(situation: object): this
    evaluate(rule: string): { nodeValue: unknown }
  }
}
