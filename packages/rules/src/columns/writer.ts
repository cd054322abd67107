/**
 * Generated code is one loop over households with loops over rows inside. A value is written once: the same code again
 * gives the same variable, and what does not depend on a row stands outside the loop over rows. Names are generated;
 * nothing a pack wrote becomes an identifier.
 */
export interface Writer {
  /** The name of a constant that holds `code`. */
  readonly let: (code: string) => string
  readonly household: HouseholdWriter
}

/** Literals and names need no variable of their own. */
const SIMPLE = /^(?:-?\w+|\(-[\d.e+-]+\))$/
const VARIABLE = /\b[a-z]\d+\b/g

interface Stage {
  readonly lines: string[]
  /** By table; several questions about the rows of one table share a loop. */
  readonly loops: Map<string, RowWriter>
}

/**
 * The outer loop. What a loop over rows gathered may be used by another loop, so code comes in stages: the lines of a
 * stage, then its loops, then the lines that need what these gathered.
 */
export class HouseholdWriter implements Writer {
  readonly #stages: Stage[] = []
  readonly #stageOf = new Map<string, number>()
  readonly #known = new Map<string, string>()
  #next = 0

  get household(): HouseholdWriter {
    return this
  }

  let(code: string): string {
    if (SIMPLE.test(code)) return code
    const known = this.#known.get(code)
    if (known !== undefined) return known
    const stage = this.stageFor(code)
    const name = this.fresh('v', stage)
    this.#known.set(code, name)
    this.#stage(stage).lines.push(`const ${name} = ${code}`)
    return name
  }

  fresh(prefix: string, stage: number): string {
    const name = `${prefix}${this.#next++}`
    this.#stageOf.set(name, stage)
    return name
  }

  /** The first stage in which everything the code names is there. */
  stageFor(code: string): number {
    return Math.max(0, ...(code.match(VARIABLE) ?? []).map((name) => this.#stageOf.get(name) ?? 0))
  }

  /**
   * Writes into the loop over the table's rows, in the first stage in which what the rows need is there: the body is
   * written once on trial to learn which that is.
   */
  inRows<T>(table: string, bounds: readonly [string, string], body: (rows: RowWriter) => T): T {
    const trial = new RowWriter(this, bounds, null)
    body(trial)
    const { loops } = this.#stage(trial.needs)
    const rows = loops.get(table) ?? new RowWriter(this, bounds, trial.needs)
    loops.set(table, rows)
    return body(rows)
  }

  lines(): readonly string[] {
    return this.#stages.flatMap(({ lines, loops }) => [...lines, ...[...loops.values()].flatMap((rows) => rows.loop())])
  }

  #stage(index: number): Stage {
    while (this.#stages.length <= index) this.#stages.push({ lines: [], loops: new Map() })
    return this.#stages[index] ?? { lines: [], loops: new Map() }
  }
}

export class RowWriter implements Writer {
  readonly household: HouseholdWriter
  /** The variable that counts the rows. */
  readonly index: string
  /** The stage of the latest household value the rows need. */
  needs = 0
  readonly #bounds: readonly [string, string]
  readonly #stage: number | null
  readonly #lines: string[] = []
  readonly #gathered = new Map<string, string>()
  readonly #known = new Map<string, string>()
  readonly #own = new Set<string>()

  /** `stage` null: a trial, or the loop of the program's own rows, which gathers nothing. */
  constructor(household: HouseholdWriter, bounds: readonly [string, string], stage: number | null) {
    this.household = household
    this.#bounds = bounds
    this.#stage = stage
    this.index = this.#name('r')
  }

  let(code: string): string {
    if (SIMPLE.test(code)) return code
    if (!(code.match(VARIABLE) ?? []).some((name) => this.#own.has(name))) return this.household.let(code)
    const known = this.#known.get(code)
    if (known !== undefined) return known
    const name = this.#name('v')
    this.#known.set(code, name)
    this.line(`const ${name} = ${code}`)
    return name
  }

  line(code: string): void {
    this.needs = Math.max(this.needs, this.household.stageFor(code))
    this.#lines.push(code)
  }

  /** A variable of the household that starts at 0 and that each row changes by `change`, e.g. `|= v3`. */
  gather(change: string): string {
    const known = this.#gathered.get(change)
    if (known !== undefined) return known
    const name = this.household.fresh('s', (this.#stage ?? this.needs) + 1)
    this.#gathered.set(change, name)
    this.line(change.replaceAll('$', name))
    return name
  }

  loop(): readonly string[] {
    const [start, end] = this.#bounds
    const gathered = [...this.#gathered.values()]
    return [
      ...(gathered.length === 0 ? [] : [`let ${gathered.map((name) => `${name} = 0`).join(', ')}`]),
      `for (let ${this.index} = ${start}; ${this.index} < ${end}; ${this.index}++) {`,
      ...this.#lines.map((line) => `  ${line}`),
      '}',
    ]
  }

  #name(prefix: string): string {
    const name = this.household.fresh(prefix, 0)
    this.#own.add(name)
    return name
  }
}
