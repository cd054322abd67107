-- People, households and what is known of them. Facts are only ever added; the projections below them can be rebuilt.
create schema register;
grant usage on schema register to junheng_app;

-- An action that was accepted: sent again with the same id it gives the same answer and changes nothing.
create table register.action (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  id uuid not null,
  kind text not null,
  digest bytea not null,
  actor uuid not null,
  purpose text not null,
  case_id text,
  at timestamptz not null,
  result jsonb not null,
  primary key (region, id)
);

create table register.fact (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  id uuid not null,
  subject uuid not null,
  kind text not null,
  object uuid,
  object_region text collate "C",
  value jsonb,
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  recorded_at timestamptz not null,
  source text not null,
  reference text,
  corrects uuid,
  reason text,
  action uuid not null,
  primary key (region, id),
  foreign key (region, action) references register.action (region, id),
  check ((object is null) = (object_region is null)),
  check ((corrects is null) = (reason is null))
);
create index fact_by_subject on register.fact (region, subject);
-- A fact is corrected once; a correction of the correction names the correction.
create unique index fact_corrected_once on register.fact (region, corrects) where corrects is not null;

-- The same shape in tables of their own, so that their policies guard the table and not each row.
create table register.fertility_fact (like register.fact including constraints, primary key (region, id),
  foreign key (region, action) references register.action (region, id));
create index fertility_fact_by_subject on register.fertility_fact (region, subject);
create unique index fertility_fact_corrected_once on register.fertility_fact (region, corrects) where corrects is not null;

create table register.health_fact (like register.fact including constraints, primary key (region, id),
  foreign key (region, action) references register.action (region, id));
create index health_fact_by_subject on register.health_fact (region, subject);
create unique index health_fact_corrected_once on register.health_fact (region, corrects) where corrects is not null;

-- Who is in the register, as believed now. Numbers are masked. Text compares by bytes, so prefixes use the indexes;
-- `=` and `<` are leakproof, so they do so under row-level security too, where LIKE would not.
create table register.person (
  region text collate "C" not null,
  id uuid not null,
  township text collate "C" not null,
  name text collate "C" not null,
  given_name text collate "C" not null,
  pinyin text collate "C" not null,
  given_pinyin text collate "C" not null,
  initials text collate "C" not null,
  sex text,
  birth_date date not null,
  death_date date,
  ethnicity text,
  identity_masked text,
  identity_fact uuid,
  phone_masked text,
  phone_fact uuid,
  primary key (region, id)
);
create index person_by_name on register.person (region, name);
create index person_by_given_name on register.person (region, given_name);
create index person_by_pinyin on register.person (region, pinyin);
create index person_by_given_pinyin on register.person (region, given_pinyin);
create index person_by_initials on register.person (region, initials);

-- Finds a person by the keyed hash of a whole number. kind: identity | phone.
create table register.number_key (
  region text collate "C" not null,
  kind text not null,
  hash bytea not null,
  person uuid not null,
  primary key (region, kind, hash, person)
);
create index number_key_by_person on register.number_key (region, person);

-- The encrypted part of a fact, apart from it, for those who may see it whole. kind: identity | phone | health.
create table register.sealed (
  region text collate "C" not null,
  fact uuid not null,
  kind text not null,
  cipher bytea not null,
  primary key (region, fact)
);

-- One identity number, one person, in the whole country: on Citus distributed by hash, not by region.
create table register.identity_number (
  hash bytea primary key,
  region text collate "C" not null,
  person uuid not null
);

create table register.household (
  region text collate "C" not null,
  id uuid not null,
  township text collate "C" not null,
  kind text not null,
  address text not null,
  primary key (region, id)
);
create table register.address_key (
  region text collate "C" not null,
  key text collate "C" not null,
  household uuid not null,
  primary key (region, key, household)
);
create index address_key_by_household on register.address_key (region, household);

-- Ties to households and to persons, with the time they are true.
create table register.tie (
  region text collate "C" not null,
  fact uuid not null,
  person uuid not null,
  kind text not null,
  role text not null,
  other uuid not null,
  other_region text collate "C" not null,
  valid daterange not null,
  primary key (region, fact)
);
create index tie_by_person on register.tie (region, person);
create index tie_by_other on register.tie (region, other);

-- What others must be told. Written with the action; delivered at least once, each message with its id.
create table register.outbox (
  region text collate "C" not null,
  id uuid not null,
  topic text not null,
  body jsonb not null,
  created_at timestamptz not null,
  delivered_at timestamptz,
  attempts integer not null default 0,
  primary key (region, id)
);
create index outbox_waiting on register.outbox (region, created_at) where delivered_at is null;

-- What a page shows: numbers masked; the encrypted ones only where the field was granted (else null).
create view register.person_page with (security_invoker = true) as
  select p.region, p.id, p.township, p.name, p.sex, p.birth_date, p.death_date, p.ethnicity,
    p.identity_masked, p.phone_masked, i.cipher as identity_cipher, t.cipher as phone_cipher
  from register.person p
  left join register.sealed i on i.region = p.region and i.fact = p.identity_fact
  left join register.sealed t on t.region = p.region and t.fact = p.phone_fact;

-- Row-level security. Policies of one table are or-ed, so each table has one.
do $$
declare
  v_table text;
  v_region constant text := 'region = any (string_to_array(current_setting(''app.regions'', true), '',''))';
  -- Births show only to a transaction that opened them, which access.begin has checked and, for a forbidden purpose,
  -- refused and written down; and never for another purpose, whatever the settings say. No row, no error: an error
  -- would tell whether there was something to see.
  v_births constant text := 'current_setting(''app.births'', true) = ''open'' and current_setting(''app.purpose'', true) = any (''{registration,birth-service,benefit,health-service,childcare,data-subject,emergency}'')';
  v_known constant text := 'current_setting(''app.purpose'', true) <> ''''';
  v_place constant text := '(current_setting(''app.townships'', true) = ''*'' or township = any (string_to_array(current_setting(''app.townships'', true), '','')))';
begin
  foreach v_table in array array['fact', 'number_key', 'identity_number', 'address_key', 'outbox'] loop
    execute format('create policy guard on register.%I to junheng_app using (%s and %s)', v_table, v_region, v_known);
  end loop;
  foreach v_table in array array['person', 'household'] loop
    execute format('create policy guard on register.%I to junheng_app using (%s and %s and %s)', v_table, v_region, v_known, v_place);
  end loop;
  foreach v_table in array array['fertility_fact', 'tie'] loop
    execute format('create policy guard on register.%I to junheng_app using (%s and %s)', v_table, v_region, v_births);
  end loop;
  foreach v_table in array array['action', 'fact', 'fertility_fact', 'health_fact', 'person', 'number_key', 'sealed', 'identity_number', 'household', 'address_key', 'tie', 'outbox'] loop
    execute format('alter table register.%I enable row level security', v_table);
  end loop;
end $$;

-- Every fact belongs to an action, so who may not act may not write.
create policy guard_read on register.action for select to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ',')));
create policy guard_write on register.action for insert to junheng_app
  with check (region = any (string_to_array(current_setting('app.regions', true), ','))
    and current_setting('app.purpose', true) = any ('{registration,birth-service}')
    and actor::text = current_setting('app.actor', true));

-- Health and whole numbers: written by those who register; read only where the field was granted.
create policy guard_read on register.health_fact for select to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ','))
    and 'health' = any (string_to_array(current_setting('app.fields', true), ','))
    and current_setting('app.purpose', true) = any ('{registration,health-service,data-subject,emergency}'));
create policy guard_write on register.health_fact for insert to junheng_app
  with check (region = any (string_to_array(current_setting('app.regions', true), ',')));
create policy guard_read on register.sealed for select to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ','))
    and kind = any (string_to_array(current_setting('app.fields', true), ',')));
create policy guard_insert on register.sealed for insert to junheng_app
  with check (region = any (string_to_array(current_setting('app.regions', true), ',')));

-- What is added is never changed: no update and no delete on actions, facts and the list of identity numbers' owners.
grant select, insert on register.action, register.fact, register.fertility_fact, register.health_fact, register.sealed to junheng_app;
grant select, insert, delete on register.identity_number to junheng_app;
grant select, insert, update, delete on register.person, register.number_key,
  register.household, register.address_key, register.tie to junheng_app;
grant select, insert, update (delivered_at, attempts) on register.outbox to junheng_app;
grant select on register.person_page to junheng_app;
