/** The little of WebAssembly's interface that the engine uses; the compiler's libraries for no browser leave it out. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { readonly initial: number; readonly maximum?: number })
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  class Module {
    constructor(bytes: Uint8Array)
    static customSections(module: Module, name: string): readonly ArrayBuffer[]
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>)
    readonly exports: { readonly run?: unknown; readonly countBins?: unknown }
  }
}
