import { beforeAll, expect, it } from 'vitest'
import { readAtOnce, transact } from './statements.ts'
import { openPool } from './connect.ts'
import { testDatabase } from './testing/test-database.ts'

const database = testDatabase()
beforeAll(() => database().owner.query('create table public.line (n integer primary key)'))

const insert = 'insert into public.line (n) values ($1)'
const lines = async () =>
  (await database().owner.query<{ n: number }>('select n from public.line order by n')).rows.map(({ n }) => n)

it('statements that nobody waits for are committed with the rest', async () => {
  await transact(database().owner, { begin: 'begin' }, async (tx) => {
    for (const n of [1, 2]) tx.post(insert, [n])
    expect(await tx.query('select n from public.line order by n')).toEqual([{ n: 1 }, { n: 2 }])
    tx.post(insert, [3])
  })
  expect(await lines()).toEqual([1, 2, 3])
})

it('what is kept for the end comes after all else, in its own order', async () => {
  await database().owner.query('create table public.said (at serial, word text)')
  const say = 'insert into public.said (word) values ($1)'
  await transact(database().owner, { begin: 'begin' }, async (tx) => {
    tx.postLast(say, ['third'])
    tx.postLast(say, ['fourth'])
    tx.post(say, ['first'])
    await tx.query(say, ['second'])
  })
  const { rows } = await database().owner.query<{ word: string }>('select word from public.said order by at')
  expect(rows.map(({ word }) => word)).toEqual(['first', 'second', 'third', 'fourth'])
})

it('one that fails is the reason told, and nothing of the transaction stays', async () => {
  const failing = transact(database().owner, { begin: 'begin' }, async (tx) => {
    for (const n of [4, 1, 5]) tx.post(insert, [n])
    await tx.query('select 1')
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  const unawaited = transact(database().owner, { begin: 'begin' }, async (tx) => {
    for (const n of [6, 2, 7]) tx.post(insert, [n])
  })
  await expect(unawaited).rejects.toMatchObject({ code: '23505' })
  expect(await lines()).toEqual([1, 2, 3])
})

it('none runs after the transaction was rolled back, however late its turn comes', async () => {
  for (let round = 0; round < 20; round++) {
    const failing = transact(database().owner, { begin: 'begin' }, async (tx) => {
      tx.post(insert, [10 + round])
      for (let turn = 0; turn < round; turn++) await Promise.resolve()
      for (const n of [100, 200, 300]) tx.post(insert, [n + round])
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
  }
  const kept = await transact(database().owner, { begin: 'begin' }, async (tx) => tx)
  expect(() => kept.post(insert, [999])).not.toThrow()
  await expect(kept.query(insert, [998])).rejects.toThrow('the transaction is over')
  expect(await lines()).toEqual([1, 2, 3])
})

it('a server that ends the connection between two statements costs that transaction and no other', async () => {
  const { owner } = database()
  const cut = transact(owner, { begin: 'begin' }, async (tx) => {
    tx.post(insert, [500])
    const [own] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    await owner.query('select pg_terminate_backend($1, 5000)', [own?.pid])
    // Until the end of the connection has come through: nothing is under way meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 100))
    tx.post(insert, [501])
  })
  await expect(cut).rejects.toThrow(/connection|terminat/i)
  expect(await transact(owner, { begin: 'begin' }, (tx) => tx.query('select 1 as n'))).toEqual([{ n: 1 }])
  expect(await lines()).toEqual([1, 2, 3])
})

it('what is read at once has the settings it begins with, and one that fails leaves its connection clean', async () => {
  const { address } = database()
  const pool = openPool(address, { max: 1 })
  const begin = `begin; set local app.actor = 'somebody'`
  const actor = `select current_setting('app.actor', true) as actor`
  expect(await readAtOnce(pool, { begin }, { sql: actor })).toEqual([{ actor: 'somebody' }])
  await expect(readAtOnce(pool, { begin }, { sql: 'select 1 / $1::int as n', values: [0] })).rejects.toMatchObject({
    code: '22012',
  })
  await expect(readAtOnce(pool, { begin: 'begin; set local no' }, { sql: actor })).rejects.toMatchObject({
    code: '42601',
  })
  const { rows } = await pool.query<{ actor: string | null; open: boolean }>(
    `${actor}, now() <> statement_timestamp() as open`,
  )
  expect(rows).toEqual([{ actor: '', open: false }])
  await pool.end()
})
