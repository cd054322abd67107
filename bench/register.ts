/**
 * The register at size, on a server that keeps what it commits: `node bench/register.ts [PERSONS]`, default 100,000.
 * Searching goes the whole way: authorisation, row-level security, audit entry, commit. Registrations are held
 * against bare INSERTs of rows of the same size.
 */
import { randomUUID } from 'node:crypto'
import { checkCharacter, fromDayNumber, getDay } from '@junheng/kernel'
import type { Pool } from 'pg'
import { openPool } from '../apps/server/src/database/connect.ts'
import { startTemporary } from '../apps/server/src/database/embedded/start-embedded.ts'
import { migrate, readMigrations } from '../apps/server/src/database/migrate.ts'
import { setRolePasswords } from '../apps/server/src/database/roles.ts'
import type { Access } from '../apps/server/src/register/access.ts'
import { act } from '../apps/server/src/register/act.ts'
import { addressKeys } from '../apps/server/src/register/address-keys.ts'
import { nameKeys } from '../apps/server/src/register/name-keys.ts'
import { readPerson } from '../apps/server/src/register/read-person.ts'
import { findingHash } from '../apps/server/src/register/sealing.ts'
import { search } from '../apps/server/src/register/search.ts'

const persons = Number(process.argv[2] ?? 100_000)
const sessions = 16
const region = '421202'
const actor = '00000000-0000-4000-8000-000000000001'
const access: Access = {
  actor,
  region,
  townships: null,
  villages: null,
  purpose: 'registration',
  caseId: null,
  fields: [],
  reason: null,
}

/** A fixed sequence (mulberry32), so that every run measures the same people. */
let state = 20_261_123
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
/** Early ones come oftener, as surnames do. */
const pick = (from: string) => Array.from(from)[Math.floor(random() ** 2 * Array.from(from).length)] ?? ''
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常'
const givens =
  '英伟芳秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂辉玲华红玉建国文志海梅春晓雪宇浩然子涵梓轩欣怡诗佳俊豪思雨嘉博睿'
const streets = '怀德金桂银泉永安浮山温泉淦河咸宁月亮书台交通长安环城兴发'

const server = await startTemporary([
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'shared_buffers=256MB',
])
try {
  const owner = openPool({
    host: '127.0.0.1',
    port: server.port,
    database: 'postgres',
    user: 'postgres',
    password: server.secrets.superuser,
  })
  const client = await owner.connect()
  await migrate(client, await readMigrations())
  await setRolePasswords(client, server.secrets)
  client.release()
  await owner.query(
    `insert into access.post_grant (region, actor, post, purposes) values ($1, $2, 'bench', '{registration}')`,
    [region, actor],
  )
  const app = openPool(
    { host: '127.0.0.1', port: server.port, database: 'postgres', user: 'junheng_app', password: server.secrets.app },
    { max: sessions },
  )
  const samples = await fill(owner)
  await measureSearch(app, samples)
  await measureRegistrations(app, owner)
  await app.end()
  await owner.end()
} finally {
  await server.stop()
}

interface Sample {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly phone: string
  readonly address: string
}

async function fill(pool: Pool): Promise<readonly Sample[]> {
  const started = performance.now()
  const samples: Sample[] = []
  const batch = 5000
  let [household, address] = ['', '']
  for (let from = 0; from < persons; from += batch) {
    const [people, homes, keys, ties, numbers]: [unknown[], unknown[], unknown[], unknown[], unknown[]] = [
      [],
      [],
      [],
      [],
      [],
    ]
    for (let at = from; at < Math.min(persons, from + batch); at++) {
      const township = `${region}0${String(1 + Math.floor(random() * 14)).padStart(2, '0')}`
      if (at % 3 === 0) {
        household = randomUUID()
        address = `湖北省咸宁市咸安区${pick(streets)}${pick(streets)}街道${pick(streets)}${pick(streets)}路${Math.floor(random() * 300)}号${Math.floor(random() * 20)}栋${Math.floor(random() * 2000)}室`
        homes.push({ region, id: household, township, kind: 'family', address })
        for (const key of addressKeys(address)) keys.push({ region, key, household })
      }
      const name = pick(surnames) + pick(givens) + (random() < 0.75 ? pick(givens) : '')
      const { givenName, pinyin, givenPinyin, initials } = nameKeys(name)
      const born = fromDayNumber(-10_000 + Math.floor(random() * 30_000))
      const first = `${region}${born.replaceAll('-', '')}${String(at % 1000).padStart(3, '0')}`
      const [id, number, phone] = [randomUUID(), first + checkCharacter(first), `139${String(at).padStart(8, '0')}`]
      people.push({
        region,
        id,
        township,
        name,
        given_name: givenName,
        pinyin,
        given_pinyin: givenPinyin,
        initials,
        sex: at % 2 === 0 ? 'male' : 'female',
        birth_date: born,
        identity_masked: '4****************1',
        phone_masked: '139****0000',
      })
      for (const [kind, plain] of [
        ['identity', number],
        ['phone', phone],
      ] as const) {
        numbers.push({ region, kind, hash: findingHash(server.secrets, kind, plain), person: id })
      }
      ties.push({
        region,
        fact: randomUUID(),
        person: id,
        kind: 'membership',
        role: 'member',
        other: household,
        other_region: region,
        valid: `[${born},)`,
      })
      if (at % Math.max(1, Math.floor(persons / 500)) === 0) samples.push({ id, name, number, phone, address })
    }
    for (const [table, rows] of [
      ['person', people],
      ['household', homes],
      ['address_key', keys],
      ['tie', ties],
    ] as const) {
      await pool.query(
        `insert into register.${table} select * from jsonb_populate_recordset(null::register.${table}, $1)`,
        [JSON.stringify(rows)],
      )
    }
    await pool.query(
      `insert into register.number_key select region, kind, decode(hash, 'base64'), person from jsonb_to_recordset($1)
         as n (region text, kind text, hash text, person uuid) on conflict do nothing`,
      [JSON.stringify(numbers)],
    )
  }
  await pool.query('vacuum analyze')
  const { rows } = await pool.query<{ size: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  )
  say(
    `${persons.toLocaleString('en')} persons in ${((performance.now() - started) / 1000).toFixed(1)} s, ${rows[0]?.size ?? ''} on disk`,
  )
  return samples
}

async function measureSearch(pool: Pool, samples: readonly Sample[]): Promise<void> {
  const { secrets } = server
  const register = { pool }
  const queries: Readonly<Record<string, (sample: Sample) => string>> = {
    'full name': ({ name }) => name,
    'given name': ({ name }) => nameKeys(name).givenName,
    surname: ({ name }) => name.slice(0, 1),
    pinyin: ({ name }) => nameKeys(name).pinyin,
    'pinyin, begun': ({ name }) => nameKeys(name).pinyin.slice(0, 4),
    initials: ({ name }) => nameKeys(name).initials,
    'identity number': ({ number }) => number,
    phone: ({ phone }) => phone,
    address: ({ address }) => address.slice(9),
    'street, begun': ({ address }) => address.slice(9, 13),
  }
  say(`\n| one session | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|`)
  for (const [name, text] of Object.entries(queries)) {
    await row(name, samples, (sample) => search({ register, secrets, access, text: text(sample) }))
  }
  await row('person page', samples, ({ id }) => readPerson({ register, secrets, access, person: id, births: true }))
  const kinds = Object.values(queries)
  const times: number[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: sessions }, async (_, session) => {
      for (let at = 0; at < 100; at++) {
        const sample = samples[(at * 7 + session * 31) % samples.length]
        const text = kinds[(at + session) % kinds.length]
        if (sample === undefined || text === undefined) continue
        // Readers of a county share four chains by who they are.
        const from = performance.now()
        await search({ register, secrets, access, text: text(sample) })
        times.push(performance.now() - from)
      }
    }),
  )
  const rate = times.length / ((performance.now() - started) / 1000)
  say(`| ${sessions} sessions of one person at once, mixed (${rate.toFixed(0)}/s) | ${percentiles(times)} |`)
}

async function row(name: string, samples: readonly Sample[], run: (sample: Sample) => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (const sample of samples) {
    const from = performance.now()
    await run(sample)
    times.push(performance.now() - from)
  }
  say(`| ${name} | ${percentiles(times)} |`)
}

async function measureRegistrations(pool: Pool, owner: Pool): Promise<void> {
  const count = 1000
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z')
  const input = () => ({
    id: randomUUID(),
    region,
    source: { kind: 'declared' },
    command: {
      kind: 'register-person',
      person: randomUUID(),
      name: '王小明',
      sex: 'male',
      birthDate: '2026-01-02',
      township: `${region}001`,
      phone: '13812345678',
    },
  })
  const options = { register: { pool }, secrets: server.secrets, access, today: getDay('2026-11-23'), now }
  const act8 = await rateOf(count, () => act({ ...options, input: input() }))
  await owner.query(
    'create table bare as select * from register.fact limit 0; create table bare_person as select * from register.person limit 0',
  )
  const bare8 = await rateOf(count, async () => {
    // The same rows, each statement on its own in one transaction, and nothing else.
    const client = await owner.connect()
    await client.query('begin')
    await client.query(
      `insert into bare select '421202', gen_random_uuid(), gen_random_uuid(), 'name', null, null, '{"name":"王小明"}', '[2026-01-02,)', now(), 'declared', null, null, null, gen_random_uuid() from generate_series(1, 5)`,
    )
    await client.query(`insert into bare_person (region, id, township, name, given_name, pinyin, given_pinyin, initials, birth_date)
      values ('421202', gen_random_uuid(), '421202001', '王小明', '小明', 'wangxiaoming', 'xiaoming', 'wxm', '2026-01-02')`)
    await client.query('commit')
    client.release()
  })
  say(
    `\nregistrations, 8 at once, one county: ${act8.toFixed(0)}/s; bare INSERTs of the facts and the person: ${bare8.toFixed(0)}/s; ratio ${(act8 / bare8).toFixed(2)}`,
  )
}

async function rateOf(count: number, once: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (left-- > 0) await once()
    }),
  )
  return count / ((performance.now() - started) / 1000)
}

function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return [0.5, 0.95, 0.99].map((part) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)).join(' | ')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
