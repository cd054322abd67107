-- What is due is looked for department by department: those that are left alone for a while are not even read.
drop index casework.delivery_due;
create index delivery_due on casework.delivery (region, department, next_at) where state = 'waiting';

-- Whom a death or a move concerns: the cases about that person, found without reading all others.
create index case_row_by_subject on casework.case_row (region, subject) where subject is not null;
create index person_gone on register.person (region, id) where death_date is not null or township = '';
-- An index made on an empty table says again that nobody is in it, so the planner is told anew what 0007 told it.
do $$
begin
  if exists (select from register.person) then return; end if;
  insert into register.person (region, id, township, name, given_name, pinyin, given_pinyin, initials, birth_date)
    select (100000 + n)::text, gen_random_uuid(), '001', n, n, n, n, n, '2000-01-01' from generate_series(1, 300) n;
  alter table register.person alter column region set (n_distinct = 1);
  analyze register.person;
  alter table register.person alter column region reset (n_distinct);
  delete from register.person;
end $$;

-- Cases that were brought in line with a death or a move of whom they are about, once each.
create table casework.followed (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  case_id uuid not null,
  reason text not null check (reason in ('death', 'moved-away')),
  followed_at timestamptz not null,
  primary key (region, case_id, reason),
  foreign key (region, case_id) references casework.case_row (region, id)
);
alter table casework.followed enable row level security;
create policy guard on casework.followed to junheng_app using (
  region = any (string_to_array(current_setting('app.regions', true), ','))
  and current_setting('app.births', true) = 'open'
  and current_setting('app.purpose', true) = any ('{casework,birth-service,benefit,health-service,childcare}'));
grant select, insert on casework.followed to junheng_app;
