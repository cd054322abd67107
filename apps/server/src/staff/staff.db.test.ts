import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { identityNumber, person, region, send } from '../register/testing/scene.ts'
import type { Browser } from '../testing/browser.ts'
import { officeScene, otherTownship, password, townshipCode, unlimited, villageCode } from '../testing/office-scene.ts'
import { postKinds } from './post-kinds.ts'
import { addStaffUser } from './add-user.ts'
import { readerOf } from '../sign-in/database.ts'

const scene = officeScene({ limits: unlimited })

/** Somebody new who holds nothing. */
async function somebody(username: string): Promise<string> {
  const admin = await scene().as('administrator')
  const { body } = await admin.post('/api/staff/users', { name: '新来的', username })
  return String(body['id'])
}

const today = () => Temporal.Now.plainDateISO('Asia/Shanghai')

describe('kinds of posts', () => {
  it('are the same in the database and in the program', async () => {
    const { rows } = await scene().database.owner.query('select * from staff.post_kind order by kind')
    const own = postKinds.map(({ kind, digits, purposes, fields, abilities }) => ({
      kind,
      digits,
      purposes,
      fields,
      abilities,
    }))
    expect(rows).toEqual(own.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)))
  })
})

describe('a post', () => {
  const holder = () => `/api/staff/posts/${scene().vacantPost}/holder`
  const substitute = () => `/api/staff/posts/${scene().vacantPost}/substitute`

  it('is a gap until somebody fills it, and its grant begins and ends with the holding', async () => {
    const admin = await scene().as('administrator')
    const gaps = async () =>
      ((await admin.get('/api/staff/posts')).body['totals'] as { villagesWithGap: number }).villagesWithGap
    const before = await gaps()
    const user = await somebody('holder.one')
    expect((await admin.post(holder(), { user, from: today().add({ days: 1 }).toString() })).status).toBe(200)
    expect(await gaps()).toBe(before)
    expect((await admin.send('DELETE', holder(), { body: { on: today().add({ days: 10 }).toString() } })).status).toBe(
      200,
    )
    const other = await somebody('holder.two')
    expect((await admin.post(holder(), { user: other, from: '2026-01-01' })).status).toBe(409)
    const stand = { user: other, from: today().toString(), to: today().add({ days: 5 }).toString() }
    expect((await admin.post(substitute(), stand)).status).toBe(200)
    expect(await gaps()).toBe(before - 1)
    const row = await postRow()
    expect(row).toMatchObject({ holder: null, substitute: { id: other, from: stand.from, to: stand.to } })
    const { rows } = await scene().database.owner.query(
      `select g.actor, g.valid = h.valid as same, g.villages, g.purposes from access.post_grant g
       join staff.holding h on h.region = g.region and h.id = g.holding where g.post_id = $1 order by lower(g.valid)`,
      [scene().vacantPost],
    )
    expect(rows).toEqual([
      { actor: other, same: true, villages: ['421202001202'], purposes: ['registration', 'birth-service', 'casework'] },
      { actor: user, same: true, villages: ['421202001202'], purposes: ['registration', 'birth-service', 'casework'] },
    ])
  })

  it('is held by one at a time, also when two administrators appoint at the same moment', async () => {
    const [a, b] = [await somebody('race.one'), await somebody('race.two')]
    const from = today().add({ days: 100 }).toString()
    const admins = await Promise.all([scene().as('administrator'), scene().as('administrator')])
    const answers = await Promise.all(admins.map((admin, at) => admin.post(holder(), { user: at === 0 ? a : b, from })))
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
    const overlap = scene().database.owner.query(
      `select staff.hold($1, gen_random_uuid(), $2, $3, 'holder', '[2000-01-01,)', null)`,
      [region, scene().vacantPost, a],
    )
    await expect(overlap).rejects.toMatchObject({ code: '23P01' })
  })

  it.each([
    ['a substitute without an end', { to: undefined }, 400],
    ['an end before the beginning', { from: '2027-02-02', to: '2027-02-01' }, 409],
    ['a beginning before the post', { from: '2019-01-01', to: '2019-02-01' }, 409],
    ['somebody who is nobody', { user: randomUUID() }, 404],
    ['a resident', { user: 'resident' }, 404],
    ['a day that is none', { from: '2027-02-30' }, 400],
  ])('refuses %s', async (_, changes, status) => {
    const admin = await scene().as('administrator')
    const user = 'user' in changes && changes.user === 'resident' ? scene().users.resident : undefined
    const body = {
      user: scene().users.reviewer,
      from: '2027-03-01',
      to: '2027-03-10',
      ...changes,
      ...(user === undefined ? {} : { user }),
    }
    expect((await admin.post(substitute(), body)).status).toBe(status)
  })

  it('of somebody with two is chosen, and each choice is written down', async () => {
    const user = scene().users['village-worker']
    await scene().database.owner.query(`select staff.hold($1, $2, $3, $4, 'substitute', $5, null)`, [
      region,
      randomUUID(),
      scene().posts['township-worker'],
      user,
      `[${today().toString()},${today().add({ days: 3 }).toString()})`,
    ])
    const browser = scene().visitor()
    await browser.post('/api/demo/sign-in', { card: 'village-worker' })
    const search = async (text: string) => {
      const { body } = await browser.post('/api/people/search', { text, purpose: 'registration' })
      return (body['people'] as unknown[]).length
    }
    expect(await search('单小雨')).toBe(1)
    expect((await browser.post('/api/session/post', { post: scene().posts['township-worker'] })).status).toBe(200)
    const { body } = await browser.get('/api/session')
    expect(body['posts']).toMatchObject([{ area: { code: townshipCode }, substitute: true }, { substitute: false }])
    expect(body['activePost']).toBe(scene().posts['township-worker'])
    // Without a choice, somebody with two posts does nothing.
    await scene().database.owner.query('update auth.session set active_post = null where user_id = $1', [user])
    expect((await browser.post('/api/people/search', { text: '单小雨', purpose: 'registration' })).body).toMatchObject({
      type: '/problems/no-post',
    })
  })

  async function postRow() {
    const { body } = await (await scene().as('administrator')).get('/api/staff/posts')
    const townships = body['townships'] as { villages: { posts: { id: string }[] }[] }[]
    return townships
      .flatMap(({ villages }) => villages.flatMap(({ posts }) => posts))
      .find(({ id }) => id === scene().vacantPost)
  }
})

describe('a list of work', () => {
  it('shows a village its newborns without household or number, who turns 60 or 70, and who is held twice', async () => {
    const { owner } = scene().database
    const add = async (name: string, birth: string) => {
      const id = randomUUID()
      await owner.query(
        `insert into register.person (region, id, township, village, name, given_name, pinyin, given_pinyin, initials, birth_date)
         values ($1, $2, $3, $4, $5, $5, 'x', 'x', 'x', ${birth})`,
        [region, id, townshipCode, `${townshipCode}201`, name],
      )
      return id
    }
    const newborn = await add('新生', 'staff.today() - 3')
    const nameless = await add('满月', 'staff.today() - 31')
    const old = await add('花甲', `staff.today() + 7 - interval '60 years'`)
    await add('未满', `staff.today() + 40 - interval '60 years'`)
    const twice = await add('两户', `'1990-01-01'`)
    for (const household of [randomUUID(), randomUUID()]) {
      await owner.query(
        `insert into register.tie (region, fact, person, kind, role, other, other_region, valid)
         values ($1, gen_random_uuid(), $2, 'membership', 'child', $3, $1, '[2020-01-01,)')`,
        [region, twice, household],
      )
    }
    const { body } = await (await scene().as('village-worker')).get('/api/staff/work')
    // The substitute of two posts has none chosen by the card but the card's own.
    const items = body['items'] as { kind: string; subject: { id: string }; due: string | null }[]
    const of = (kind: string) => items.filter((item) => item.kind === kind).map(({ subject }) => subject.id)
    expect(of('newborn').toSorted()).toEqual([newborn, nameless].toSorted())
    expect(of('without-number')).toEqual([nameless])
    expect(of('turning')).toEqual([old])
    expect(items.find(({ kind }) => kind === 'turning')?.due).toBe(today().add({ days: 7 }).toString())
    expect(of('conflict')).toEqual([twice])
    const elsewhere = await (await scene().as('reviewer')).get('/api/staff/work')
    expect(elsewhere.text).not.toContain(newborn)
    const { rows } = await owner.query<{ n: number }>(
      `select count(*) as n from audit.entry where kind = 'work-list' and body like '%' || $1 || '%'`,
      [newborn],
    )
    expect(rows[0]?.n).toBe(1)
  })
})

describe('a user', () => {
  it('has a name and a phone of their own', async () => {
    const admin = await scene().as('administrator')
    const add = (changes: object) =>
      admin.post('/api/staff/users', { name: '甲', username: 'twice', phone: '13600001111', ...changes })
    expect((await add({})).status).toBe(200)
    expect((await add({})).status).toBe(409)
    expect((await add({ username: 'thrice' })).status).toBe(409)
    expect((await add({ username: 'thrice', phone: '12' })).status).toBe(400)
    expect((await add({ username: 'Thrice' })).status).toBe(400)
    const { users } = (await admin.get('/api/staff/users')).body as { users: { username: string; phone: string }[] }
    expect(users.find(({ username }) => username === 'twice')?.phone).toBe('136****1111')
  })

  it('without a password cannot sign in by one', async () => {
    await addStaffUser(readerOf(scene().database.owner), {
      name: '乙',
      username: 'no.password',
      region,
      passwordHash: null,
      phone: null,
    })
    expect((await scene().visitor().post('/api/sign-in/password', { username: 'no.password', password })).status).toBe(
      401,
    )
  })
})

describe('a mother of another village', () => {
  const to = (identityNumber: string, name: string) => ({ identityNumber, name, text: '生了一个女孩，叫王小雨' })
  const work = async (browser: Browser) =>
    ((await browser.get('/api/staff/work')).body as { items: { kind: string; id: string; text: { zh: string } }[] })
      .items

  it('is told of to her own village by number and name, and nothing of her is read', async () => {
    const { township, ...other } = {
      township: otherTownship,
      birthDate: '1995-05-05',
      number: identityNumber('1995-05-05', 44),
    }
    const away = person({
      name: '高云·娜仁图雅',
      sex: 'female',
      township,
      village: null,
      birthDate: other.birthDate,
      identityNumber: other.number,
    })
    const importer = { actor: '00000000-0000-4000-8000-00000000000a' }
    expect(await send(scene().database, away, { access: importer })).toMatchObject({ ok: true })
    const worker = await scene().as('village-worker')
    for (const [number, name, status] of [
      [other.number, '高云', 404],
      [identityNumber('1995-05-05', 46), '高云·娜仁图雅', 404],
      ['421202199505050000', '高云·娜仁图雅', 400],
    ] as const)
      expect((await worker.post('/api/staff/hand-overs', to(number, name))).status).toBe(status)
    const went = await worker.post('/api/staff/hand-overs', to(other.number, '高云·娜仁图雅'))
    expect([went.status, went.text]).toEqual([200, '{"done":true}'])
    // Who asked sees that it waits, and still nothing of her; the township that she is not of sees nothing at all.
    expect(await work(worker)).toContainEqual(expect.objectContaining({ kind: 'handed-over', subject: null }))
    expect((await worker.post(`/api/people/${away.person}/read`, { purpose: 'registration' })).status).toBe(404)
    expect(await work(await scene().as('township-worker'))).not.toContainEqual(
      expect.objectContaining({ kind: 'hand-over' }),
    )
    const county = await scene().as('county-officer')
    const item = (await work(county)).find(({ kind }) => kind === 'hand-over')
    expect(item).toMatchObject({ subject: { id: away.person }, text: { zh: '别的村转来：生了一个女孩，叫王小雨' } })
    const path = `/api/staff/hand-overs/${item?.id}/answer`
    expect((await worker.post(path, { answer: '自己答复' })).status).toBe(404)
    expect((await county.post(path, { answer: '已登记' })).status).toBe(200)
    expect((await work(worker)).find(({ kind }) => kind === 'handed-over')?.text.zh).toContain('答复：已登记')
    expect((await work(county)).some(({ kind }) => kind === 'hand-over')).toBe(false)
    const { rows } = await scene().database.owner.query<{ kind: string; body: string }>(
      `select kind, body from audit.entry where kind in ('handed-over', 'hand-over-answered') or body like '%no-such-person%'`,
    )
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['hand-over-answered', 'handed-over', 'refused', 'refused'])
    for (const { body } of rows) expect(body).not.toContain(other.number)
  })
})

describe('the work list', () => {
  it('says where a family may be a special one: all children on file have died, anywhere in the county', async () => {
    const importer = { actor: '00000000-0000-4000-8000-00000000000a' }
    const born = Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ years: 60 }).add({ days: 10 }).toString()
    const place = { township: townshipCode, village: villageCode }
    const parents = ['罗一', '罗二'].map((name) => person({ ...place, name, sex: 'female', birthDate: born }))
    const [alone, other] = parents
    if (alone === undefined || other === undefined) throw new Error('two were made')
    const dead = (mother: string) => person({ ...place, birthDate: '1995-01-01', mother: { id: mother, region } })
    const [first, second] = [dead(alone.person), dead(other.person)]
    // The living child of the second lives where the village does not look.
    const living = person({ birthDate: '1997-01-01', township: otherTownship, mother: { id: other.person, region } })
    const died = (who: string) => ({ kind: 'record-event', person: who, event: 'death', on: '2020-01-01' })
    for (const command of [alone, other, first, second, living, died(first.person), died(second.person)])
      expect(await send(scene().database, command, { access: importer })).toMatchObject({ ok: true })
    const { body } = await (await scene().as('village-worker')).get('/api/staff/work')
    const items = body['items'] as { subject: { name: string } | null; attention: { zh: string } | null }[]
    const of = (name: string) => items.find(({ subject }) => subject?.name === name)?.attention
    expect(of('罗一')?.zh).toContain('可能是特殊家庭')
    expect(of('罗二')).toBeNull()
  })
})
