/**
 * Names of entries that could not be read. Nobody is told that such a name does not exist: its own error is enough.
 * After a file that could not be read at all, any name may be one of them.
 */
export class BrokenNames {
  readonly #names = new Set<string>()
  #anything = false

  add(name: string): void {
    this.#names.add(name)
  }

  addAnything(): void {
    this.#anything = true
  }

  has(name: string): boolean {
    return this.#anything || this.#names.has(name)
  }

  /** True where any of them holds the name. */
  static union(all: readonly BrokenNames[]): BrokenNames {
    const union = new BrokenNames()
    for (const one of all) {
      for (const name of one.#names) union.add(name)
      if (one.#anything) union.addAnything()
    }
    return union
  }
}
