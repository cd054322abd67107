import type pg from 'pg'

/** A column as the database has it. */
export interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}

/** The database's own words on everything that the migrations made, in a fixed order: what schema.sql holds. */
export async function describeSchema(client: pg.ClientBase): Promise<string> {
  const sections: string[] = []
  for (const { title, sql } of questions) {
    const { rows } = await client.query<{ line: string }>(sql)
    sections.push([`-- ${title}`, ...rows.map(({ line }) => line)].join('\n'))
  }
  const head = '-- Written by apps/server/src/database/schema/generate.ts from a migrated database; do not edit.'
  return `${[head, ...sections].join('\n\n')}\n`
}

/** Every column of every table and view. */
export async function describeColumns(client: pg.ClientBase): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `select n.nspname || '.' || c.relname as "table", a.attname as name, t.typname as type, not a.attnotnull as nullable
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_type t on t.oid = a.atttypid
     where ${ours} and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
     order by 1, a.attnum`,
  )
  return rows
}

const ours = `n.nspname in ('audit', 'access', 'auth', 'casework', 'payment', 'register', 'staff')`

const questions: readonly { readonly title: string; readonly sql: string }[] = [
  {
    title: 'tables and views',
    sql: `select format('%s (%s);', n.nspname || '.' || c.relname || case c.relkind when 'v' then ' view' else '' end,
        string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attcollation <> 0 and co.collname <> 'default' then ' collate "' || co.collname || '"' else '' end
          || case when a.attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), ', ' order by a.attnum)) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_collation co on co.oid = a.attcollation
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where ${ours} and c.relkind in ('r', 'v') group by n.nspname, c.relname, c.relkind order by 1`,
  },
  {
    // Not-null constraints became nameable in PostgreSQL 18; the columns tell of them already.
    title: 'constraints',
    sql: `select format('%s.%s: %s;', n.nspname, c.relname, pg_get_constraintdef(k.oid)) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and k.contype <> 'n' order by 1`,
  },
  {
    title: 'indexes',
    sql: `select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace where ${ours} order by 1`,
  },
  {
    title: 'policies',
    sql: `select format('%s.%s %s for %s to %s using (%s) with check (%s);', schemaname, tablename, policyname, cmd,
        array_to_string(roles, ', '), coalesce(qual, 'as inserted'), coalesce(with_check, 'as using')) as line
      from pg_policies n where n.schemaname in ('audit', 'access', 'auth', 'casework', 'payment', 'register', 'staff') order by 1`,
  },
  {
    title: 'tables without row-level security',
    sql: `select n.nspname || '.' || c.relname as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind = 'r' and not c.relrowsecurity order by 1`,
  },
  {
    title: 'grants',
    sql: `select format('%s on %s.%s to %s;', string_agg(privilege_type, ', ' order by privilege_type), table_schema,
        table_name, grantee) as line
      from information_schema.role_table_grants
      where table_schema in ('audit', 'access', 'auth', 'casework', 'payment', 'register', 'staff') and grantee in ('junheng_app', 'junheng_auditor', 'PUBLIC')
      group by table_schema, table_name, grantee order by table_schema, table_name, grantee`,
  },
  {
    title: 'functions',
    sql: `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours} order by n.nspname, p.proname`,
  },
]
