import { describe, expect, it } from 'vitest'
import { openPool } from './connect.ts'
import { setRolePasswords } from './roles.ts'
import { testDatabase } from './testing/test-database.ts'

const database = testDatabase()

describe('passwords of the roles', () => {
  it('may be set by many programs at the same moment', async () => {
    const { address, secrets, app } = database()
    const pool = openPool(address, { max: 8 })
    const clients = await Promise.all(Array.from({ length: 8 }, () => pool.connect()))
    for (let round = 0; round < 10; round++) {
      await Promise.all(clients.map((client) => setRolePasswords(client, secrets)))
    }
    for (const client of clients) client.release()
    await pool.end()
    expect((await app.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('are refused to whoever may not give them, at once', async () => {
    const { app, secrets } = database()
    const client = await app.connect()
    await expect(setRolePasswords(client, secrets)).rejects.toMatchObject({ code: '42501' })
    client.release()
  })
})
