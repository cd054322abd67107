-- Claims of benefits and the money they lead to. A claim is a case (casework.case_row of the same id) and what the rules
-- said of it, decision by decision; money goes out in batches that two people make, and a ledger that only grows says what
-- reached the family and what came back. Fen are whole; accounts and the facts a decision stood on lie sealed.
create schema payment;
grant usage on schema payment to junheng_app;

-- subject: the person it is due for (the child, or whoever claims for themself). period: `once` or a year. One claim for
-- each benefit, person and period. due, held, on_way: sums of the last decision, the ledger and the lines no bank answered.
create table payment.claim (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  id uuid not null,
  benefit text collate "C" not null check (benefit ~ '^[a-z0-9-]{1,80}$'),
  subject uuid not null,
  period text collate "C" not null check (period ~ '^(once|[0-9]{4})$'),
  applicant uuid,
  people text[] not null,
  township text collate "C",
  village text collate "C",
  origin text not null check (origin in ('offer', 'family', 'officer')),
  birth_case uuid,
  opened_on date not null,
  decided text not null default 'no' check (decided in ('no', 'proposed', 'confirmed', 'refused')),
  decisions integer not null default 0,
  asked_account boolean not null default false,
  due_fen bigint not null default 0 check (due_fen >= 0),
  held_fen bigint not null default 0,
  on_way_fen bigint not null default 0 check (on_way_fen >= 0),
  facts bytea not null,
  primary key (region, id),
  unique (region, benefit, subject, period),
  foreign key (region, id) references casework.case_row (region, id)
);
create index claim_by_day on payment.claim (region, opened_on desc, id);
create index claim_to_pay on payment.claim (region, id) where decided in ('confirmed', 'refused') and due_fen <> held_fen + on_way_fen;

-- What was decided, in order; never changed. due: [{period, fen}], of the whole claim as of that day. basis: the situation,
-- the rules' answer and the words, sealed. A decision other than the rules say has a reason and a second person.
create table payment.decision (
  region text collate "C" not null,
  claim uuid not null,
  seq integer not null check (seq > 0),
  id text not null,
  kind text not null check (kind in ('checked', 'proposed', 'declined', 'confirmed', 'refused', 'recomputed')),
  as_of date not null,
  rules text not null check (rules in ('eligible', 'ineligible', 'incomplete')),
  rule_version text not null,
  deviates boolean not null,
  due jsonb not null,
  ground text,
  actor uuid not null,
  second uuid,
  people text[] not null,
  decided_at timestamptz not null,
  basis bytea not null,
  primary key (region, claim, seq),
  unique (region, claim, id),
  check (second is distinct from actor),
  check (kind in ('checked', 'proposed', 'declined') or not deviates or second is not null),
  foreign key (region, claim) references payment.claim (region, id)
);

create table payment.counter (
  region text collate "C" not null,
  year integer not null,
  last integer not null,
  primary key (region, year)
);

-- An order to the bank. Who prepared it cannot approve it: not here, and not in payment.approve below.
create table payment.batch (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  id uuid not null,
  number text collate "C" not null,
  state text not null check (state in ('prepared', 'approved', 'given-up')),
  prepared_by uuid not null,
  prepared_on date not null,
  prepared_at timestamptz not null,
  approved_by uuid,
  approved_on date,
  lines integer not null check (lines > 0),
  total_fen bigint not null check (total_fen > 0),
  primary key (region, id),
  unique (region, number),
  check (approved_by is distinct from prepared_by),
  check ((state = 'approved') = (approved_by is not null) and (approved_by is null) = (approved_on is null))
);
create index batch_by_day on payment.batch (region, prepared_on desc, number desc);

-- One payment. parts: [{period, fen}]; less than 0 sets off what was paid too much. A claim is in one open line at a time.
create table payment.batch_line (
  region text collate "C" not null,
  batch uuid not null,
  line integer not null check (line > 0),
  claim uuid not null,
  people text[] not null,
  fen bigint not null check (fen > 0),
  parts jsonb not null,
  state text not null check (state in ('open', 'paid', 'returned', 'given-up')),
  answered_on date,
  reason text,
  payee bytea not null,
  primary key (region, batch, line),
  foreign key (region, batch) references payment.batch (region, id),
  foreign key (region, claim) references payment.claim (region, id),
  check ((state in ('paid', 'returned')) = (answered_on is not null))
);
create unique index one_open_line on payment.batch_line (region, claim) where state = 'open';
create index batch_line_by_claim on payment.batch_line (region, claim);

-- What the family's money changed by, never changed itself. payment: the bank paid it; set-off: kept from a payment for
-- what was paid too much; return: the bank took a payment back; repayment: the family gave it back.
create table payment.ledger (
  region text collate "C" not null,
  id uuid not null,
  claim uuid not null,
  people text[] not null,
  kind text not null check (kind in ('payment', 'set-off', 'return', 'repayment')),
  period text not null,
  fen bigint not null check (fen <> 0),
  batch uuid,
  line integer,
  moved_on date not null,
  actor uuid not null,
  recorded_at timestamptz not null,
  words text,
  primary key (region, id),
  foreign key (region, claim) references payment.claim (region, id),
  foreign key (region, batch, line) references payment.batch_line (region, batch, line),
  check ((batch is null) = (kind = 'repayment') and (batch is null) = (line is null)),
  check (case kind when 'payment' then fen > 0 when 'return' then true else fen < 0 end)
);
-- No line is paid twice, and none comes back twice, whatever is sent how often.
create unique index ledger_once on payment.ledger (region, batch, line, period, (kind = 'return')) where batch is not null;
create index ledger_by_claim on payment.ledger (region, claim);

-- Files of the bank that were taken.
create table payment.bank_answer (
  region text collate "C" not null,
  batch uuid not null,
  digest bytea not null,
  actor uuid not null,
  at timestamptz not null,
  paid integer not null,
  returned integer not null,
  primary key (region, batch, digest),
  foreign key (region, batch) references payment.batch (region, id)
);

-- How far a case of a birth was looked at for benefits to offer.
create table payment.offered (
  region text collate "C" not null,
  birth_case uuid not null,
  seq integer not null,
  primary key (region, birth_case),
  foreign key (region, birth_case) references casework.case_row (region, id)
);

do $$
declare
  v_table text;
  v_region constant text := 'region = any (string_to_array(current_setting(''app.regions'', true), '',''))';
  v_staff constant text := 'current_setting(''app.births'', true) = ''open'' and current_setting(''app.purpose'', true) = any (''{casework,benefit}'')';
  v_self constant text := 'current_setting(''app.births'', true) = ''open'' and current_setting(''app.purpose'', true) = ''data-subject'' and current_setting(''app.self'', true) = any (people)';
  v_place constant text := '(current_setting(''app.townships'', true) = ''*'' or township = any (string_to_array(current_setting(''app.townships'', true), '','')))'
    || ' and (current_setting(''app.villages'', true) = ''*'' or village = any (string_to_array(current_setting(''app.villages'', true), '','')))';
begin
  execute format('create policy guard on payment.claim to junheng_app using (%s and (%s and %s or %s))', v_region, v_staff, v_place, v_self);
  foreach v_table in array array['decision', 'batch_line', 'ledger'] loop
    execute format('create policy guard on payment.%I to junheng_app using (%s and (%s or %s))', v_table, v_region, v_staff, v_self);
  end loop;
  foreach v_table in array array['counter', 'bank_answer', 'offered'] loop
    execute format('create policy guard on payment.%I to junheng_app using (%s and %s)', v_table, v_region, v_staff);
  end loop;
  execute format('create policy guard_read on payment.batch for select to junheng_app using (%s and %s)', v_region, v_staff);
  execute format('create policy guard_prepare on payment.batch for insert to junheng_app with check (%s and %s and prepared_by::text = current_setting(''app.actor'', true) and state = ''prepared'')', v_region, v_staff);
  execute format('create policy guard_give_up on payment.batch for update to junheng_app using (%s and %s and state = ''prepared'') with check (state = ''given-up'')', v_region, v_staff);
  foreach v_table in array array['claim', 'decision', 'counter', 'batch', 'batch_line', 'ledger', 'bank_answer', 'offered'] loop
    execute format('alter table payment.%I enable row level security', v_table);
  end loop;
end $$;

grant select, insert on payment.decision, payment.ledger, payment.bank_answer, payment.batch to junheng_app;
grant select, insert, update on payment.counter, payment.offered to junheng_app;
grant select, insert, update (decided, decisions, asked_account, due_fen, held_fen, on_way_fen) on payment.claim to junheng_app;
grant update (state) on payment.batch to junheng_app;
grant select, insert, update (state, answered_on, reason) on payment.batch_line to junheng_app;

-- The second pair of eyes: somebody who may, and did not prepare it, approves a batch whose lines make its total. Returns
-- 'ok' or the code of what stands against it, with nothing done.
create function payment.approve(p_batch uuid, p_on date) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post uuid := nullif(current_setting('app.post', true), '')::uuid;
  v_batch payment.batch;
begin
  if not coalesce(staff.may(v_region, v_actor, 'approve-payments', v_post), false) then return 'not-granted'; end if;
  select * into v_batch from payment.batch b where b.region = v_region and b.id = p_batch for update;
  if v_batch.id is null then return 'no-such-batch'; end if;
  if v_batch.state = 'approved' then
    return case when v_batch.approved_by = v_actor then 'repeated' else 'already-approved' end;
  end if;
  if v_batch.state <> 'prepared' then return 'given-up'; end if;
  if v_batch.prepared_by = v_actor then return 'same-person'; end if;
  if p_on < v_batch.prepared_on then return 'before-prepared'; end if;
  if not exists (select from payment.batch_line l where l.region = v_region and l.batch = p_batch and l.state = 'open'
      having count(*) = v_batch.lines and sum(l.fen) = v_batch.total_fen) then
    return 'total-differs';
  end if;
  update payment.batch b set state = 'approved', approved_by = v_actor, approved_on = p_on
    where b.region = v_region and b.id = p_batch;
  perform audit.append(v_region, 0, 'batch-approved', v_actor, null, 'casework', null,
    jsonb_build_object('batch', p_batch, 'lines', v_batch.lines, 'fen', v_batch.total_fen));
  return 'ok';
end $$;
revoke all on function payment.approve(uuid, date) from public;
grant execute on function payment.approve(uuid, date) to junheng_app;

-- Who decides on claims and who moves money: three posts, so that no one of them can pay alone.
insert into staff.post_kind values
  ('benefit-officer', 6, '{casework,benefit}', '{}', '{see-posts,work,decide-claims}'),
  ('cashier-preparer', 6, '{casework}', '{}', '{see-posts,work,prepare-payments}'),
  ('cashier-approver', 6, '{casework}', '{}', '{see-posts,work,approve-payments}');
update staff.post_kind set abilities = abilities || '{check-claims}' where kind = 'township-worker';
