-- What an item of a case tells the register is data of its procedure, whichever purpose that has: childcare and health
-- services write too, each under its own open case, which access.begin checks. `benefit` pays and writes nothing.
alter policy guard_write on register.action
  with check (region = any (string_to_array(current_setting('app.regions', true), ','))
    and current_setting('app.purpose', true) = any ('{registration,birth-service,childcare,health-service}')
    and actor::text = current_setting('app.actor', true)
    and current_setting('app.purpose', true) is distinct from 'data-subject');

-- The same matter is known again by the fields that its procedure names (`uniqueBy`): a keyed hash of them, so that
-- nothing is in clear. Births have keys of their own, since two tellers may differ by a day.
create table casework.case_key (
  region text collate "C" not null,
  key bytea not null,
  case_id uuid not null,
  primary key (region, key),
  foreign key (region, case_id) references casework.case_row (region, id)
);
create policy guard on casework.case_key to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ','))
    and current_setting('app.births', true) = 'open'
    and current_setting('app.purpose', true) = any ('{casework,birth-service,benefit,health-service,childcare}'));
alter table casework.case_key enable row level security;
grant select, insert, update (case_id) on casework.case_key to junheng_app;

-- Adoption and children in the care of an institution are worked on by civil affairs, who had no desk.
insert into staff.post_kind values ('civil-affairs-clerk', 6, '{casework}', '{}', '{see-posts,work}');
