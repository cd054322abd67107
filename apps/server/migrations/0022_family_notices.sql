-- What a family is told of by a short message, once for each message of the outbox: id is the outbox's. sending: a gateway is
-- being asked; whoever is killed then leaves it so, because to tell twice is worse than not at all. silent: nothing is sent,
-- and why. told: a keyed hash of telephone and words, so that the same is not said twice at one moment.
create table casework.family_notice (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  id uuid not null,
  case_id uuid not null,
  topic text not null check (topic in ('case', 'clock', 'claim')),
  body jsonb not null,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'silent', 'failed')),
  about text check (about in ('offer', 'asked', 'refused', 'clock-soon', 'clock-ended', 'done', 'paid', 'pay-back')),
  why text check (why in ('loss', 'no-phone', 'nothing-to-tell', 'told-already', 'too-late')),
  attempts integer not null default 0,
  next_at timestamptz,
  told text,
  told_at timestamptz,
  last_error text,
  primary key (region, id),
  foreign key (region, case_id) references casework.case_row (region, id),
  check ((state = 'waiting') = (next_at is not null) and (state = 'silent') = (why is not null))
);
create index family_notice_due on casework.family_notice (region, next_at, id) where state = 'waiting';
create index family_notice_told on casework.family_notice (region, told, told_at) where told is not null;

-- How far the outbox was read for families.
create table casework.notices_read (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  at timestamptz not null,
  message uuid not null,
  primary key (region)
);

alter table casework.family_notice enable row level security;
alter table casework.notices_read enable row level security;
create policy guard on casework.family_notice to junheng_app using (
  region = any (string_to_array(current_setting('app.regions', true), ','))
  and current_setting('app.births', true) = 'open' and current_setting('app.purpose', true) = 'casework');
create policy guard on casework.notices_read to junheng_app using (
  region = any (string_to_array(current_setting('app.regions', true), ','))
  and current_setting('app.births', true) = 'open' and current_setting('app.purpose', true) = 'casework');
grant select, insert on casework.family_notice, casework.notices_read to junheng_app;
grant update (state, about, why, attempts, next_at, told, told_at, last_error) on casework.family_notice to junheng_app;
grant update (at, message) on casework.notices_read to junheng_app;
