/** A database the tests run statements in; values come back as the language has them: day numbers, plain numbers. */
export interface SqlEngine {
  readonly dialect: 'postgres' | 'duckdb'
  readonly run: (sql: string) => Promise<void>
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>
  readonly stop: () => Promise<void>
}
