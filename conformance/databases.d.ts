// What the tests use of these packages. The folder's packages are installed for its tests only, and types must be
// checkable without them.

declare module '@duckdb/node-api' {
  export class DuckDBInstance {
    static create(path: string): Promise<DuckDBInstance>
    connect(): Promise<DuckDBConnection>
    closeSync(): void
  }
  export class DuckDBConnection {
    run(sql: string): Promise<unknown>
    runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>
    closeSync(): void
  }
  export class DuckDBDateValue {
    readonly days: number
  }
}

declare module 'feelin' {
  export function evaluate(expression: string, context?: unknown): { value: unknown; warnings: unknown[] }
  export function unaryTest(expression: string, context?: unknown): { value: unknown; warnings: unknown[] }
}
