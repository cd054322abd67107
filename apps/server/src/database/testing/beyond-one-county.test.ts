import { describe, expect, it } from 'vitest'
import { beyondOneCounty } from './beyond-one-county.ts'

describe('a statement', () => {
  it.each([
    'begin; set local app.regions = $1',
    'select id, name from auth.user where id = any ($1::uuid[])',
    'select access.begin($1) as begin',
    'select id from access.own_home()',
    'select kind from staff.post_kind',
    'select * from register.person where region = $1 and id = $2',
    'delete from casework.waiting where region = $1 and case_id = $2',
    'insert into payment.ledger (id, region, fen) values ($1, $2, $3), ($4, $5, $6)',
    'select 1 from casework.waiting w join casework.case_row c on c.region = w.region and c.id = w.case_id where w.region = $1',
    'select (select count(*) from payment.ledger l where l.region = $1 and l.claim = c.id) from payment.claim c where c.region = $1',
    'update casework.delivery set next_at = $2 where region = $1 and id in (select id from casework.delivery where region = $1)',
    'with a as (select id from payment.claim where region = $1) select id from a union all select id from a',
  ])('held to one county is let through: %s', (sql) => {
    expect(beyondOneCounty(sql)).toEqual([])
  })

  it.each([
    'select * from register.person where id = $1',
    'update payment.batch set state = $1 where id = $2',
    'delete from casework.waiting',
    'insert into payment.ledger (id, fen) values ($1, $2)',
    'select 1 from casework.waiting w join casework.case_row c on c.id = w.case_id where w.region = $1',
    'select 1 from casework.waiting w join casework.case_row c on c.region = w.region',
    'select (select count(*) from payment.ledger l where l.claim = c.id) from payment.claim c where c.region = $1',
    'select (select count(*) from payment.ledger l where l.region = c.region) from payment.claim c where c.region = $1',
    'select 1 from payment.claim where region = $1 union all select 1 from payment.batch',
    'select 1 from payment.claim c, lateral (select 1 from payment.decision d where d.region = c.region) x where c.region = $1',
  ])('that reaches further is found: %s', (sql) => {
    expect(beyondOneCounty(sql)).not.toEqual([])
  })
})
