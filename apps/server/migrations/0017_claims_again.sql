-- Claims that are decided again. reopened: taken up anew, by an upheld objection or by an officer with a reason;
-- objection-denied: an objection that changed nothing; kept: facts changed, people looked, and it stays as it was. Until it
-- is decided the decision before stays in force, and nothing more is paid.
alter table payment.decision drop constraint decision_kind_check;
alter table payment.decision add constraint decision_kind_check check (kind in
  ('checked', 'proposed', 'declined', 'confirmed', 'refused', 'recomputed', 'reopened', 'objection-denied', 'kept'));

-- Where money had reached the family already, no one person decides again.
alter table payment.decision add column after_payment boolean not null default false;
alter table payment.decision add constraint second_after_payment
  check (kind not in ('confirmed', 'refused') or not after_payment or second is not null);

alter table payment.claim drop constraint claim_decided_check;
alter table payment.claim add constraint claim_decided_check
  check (decided in ('no', 'proposed', 'confirmed', 'refused', 'again'));

-- looked_at: when the program last asked the rules anew. look: why people must look before anything more is paid; null: they
-- need not.
alter table payment.claim add column looked_at timestamptz;
alter table payment.claim add column look text
  check (look in ('comes-back', 'facts-missing', 'no-rule', 'contradicts', 'decided-by-people', 'now-due'));
create index claim_to_look on payment.claim (region, looked_at, id) where decided in ('confirmed', 'refused');
grant update (looked_at, look) on payment.claim to junheng_app;

-- How far the register's messages were read for claims that they may change. Who follows them reads all, whether or not
-- somebody else has taken them; so the index is of all, in the place of one of those that wait.
create table payment.followed (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  at timestamptz not null,
  message uuid not null,
  primary key (region)
);
drop index register.outbox_waiting;
create index outbox_by_time on register.outbox (region, created_at, id);
create policy guard on payment.followed to junheng_app using (
  region = any (string_to_array(current_setting('app.regions', true), ','))
  and current_setting('app.births', true) = 'open' and current_setting('app.purpose', true) = any ('{casework,benefit}'));
alter table payment.followed enable row level security;
grant select, insert, update on payment.followed to junheng_app;
