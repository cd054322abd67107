-- Cases: what was done (append-only, sealed), how they stand, who has them now, what departments were told and said.
-- Personal values lie in sealed columns only (AES-256-GCM, key derived for `case` or `document`); what is in clear tells
-- of steps, units and days.
create schema casework;
grant usage on schema casework to junheng_app;

-- Working on cases: shows cases, their queues and plain facts of people, never births in the register.
insert into access.purpose values ('casework', '{identity,contact,residence}', false, false);

-- subject: the child or whoever it is about, by the register's id (given before the register knows them).
-- people: who may see it as family, the same as in casework.party, so that the policy needs no sub-select.
create table casework.case_row (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  id uuid not null,
  number text collate "C" not null,
  procedure text not null,
  version_from date,
  subject uuid,
  people text[] not null,
  township text collate "C",
  village text collate "C",
  office text,
  opened_on date not null,
  ended_on date,
  status text not null,
  seq integer not null check (seq > 0),
  state bytea not null,
  primary key (region, id),
  unique (region, number)
);
create index case_row_by_opening on casework.case_row (region, opened_on, id);

create table casework.counter (
  region text collate "C" not null,
  year integer not null,
  last integer not null,
  primary key (region, year)
);

-- What was done. id: the sender's; the same id twice in a case is one action. body: the whole action, sealed.
create table casework.action (
  region text collate "C" not null,
  case_id uuid not null,
  seq integer not null,
  id text not null,
  kind text not null,
  item text,
  unit text not null,
  actor uuid not null,
  done_on date not null,
  recorded_at timestamptz not null,
  body bytea not null,
  primary key (region, case_id, seq),
  unique (region, case_id, id),
  foreign key (region, case_id) references casework.case_row (region, id)
);

create table casework.party (
  region text collate "C" not null,
  person uuid not null,
  case_id uuid not null,
  role text not null check (role in ('mother', 'father', 'child', 'guardian', 'applicant')),
  primary key (region, person, case_id, role),
  foreign key (region, case_id) references casework.case_row (region, id)
);
create index party_by_case on casework.party (region, case_id);

-- Who has which case now and until when: rebuilt from the state after each action.
create table casework.waiting (
  region text collate "C" not null,
  case_id uuid not null,
  position integer not null,
  item text,
  unit text not null,
  office text,
  officer text,
  township text collate "C",
  village text collate "C",
  what text not null,
  names text[] not null,
  until date,
  since date not null,
  primary key (region, case_id, position),
  foreign key (region, case_id) references casework.case_row (region, id)
);
create index waiting_by_urgency on casework.waiting (region, unit, (coalesce(until, '9999-12-31'::date)), case_id, position);
create index waiting_by_day on casework.waiting (region, until) where until is not null;

-- What a department is told of an item. The row is the truth; a job of pg-boss only wakes somebody to look at it.
-- case_seq: how far the case was, so that the newest of an item is known; next_at: not to be tried before; a worker that takes it moves this on first, so that two never send at once.
create table casework.delivery (
  region text collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  case_seq integer not null,
  item text not null,
  department text not null,
  kind text not null check (kind in ('deliver', 'correct', 'cancel')),
  state text not null check (state in ('waiting', 'sent', 'accepted', 'done', 'refused', 'needs-more', 'cancelled', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz,
  last_error text,
  reference text,
  created_at timestamptz not null,
  sent_at timestamptz,
  body bytea not null,
  primary key (region, id),
  foreign key (region, case_id) references casework.case_row (region, id)
);
create index delivery_by_item on casework.delivery (region, case_id, item, case_seq);
create index delivery_due on casework.delivery (region, next_at) where state = 'waiting';
create index delivery_dead on casework.delivery (region, created_at) where state = 'dead';
create index delivery_by_department on casework.delivery (region, department, created_at);

-- Answers that were taken, by their id: the same one again is answered again and changes nothing.
create table casework.answer_seen (
  region text collate "C" not null,
  id uuid not null,
  delivery uuid not null,
  case_id uuid not null,
  item text not null,
  sequence integer not null,
  outcome text not null,
  taken text not null check (taken in ('applied', 'noted', 'stale')),
  at timestamptz not null,
  primary key (region, id)
);
create index answer_seen_by_item on casework.answer_seen (region, case_id, item);

create table casework.circuit (
  region text collate "C" not null,
  department text not null,
  failures integer not null,
  open_until timestamptz,
  primary key (region, department)
);

create table casework.document (
  region text collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  people text[] not null,
  item text,
  paper text,
  type text not null,
  bytes integer not null check (bytes > 0),
  sha256 bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  content bytea not null,
  primary key (region, id),
  foreign key (region, case_id) references casework.case_row (region, id)
);
create index document_by_case on casework.document (region, case_id, uploaded_at);

-- Birth notices that came in, and keyed hashes by which the same birth is known again, whoever tells of it.
create table casework.notice (
  region text collate "C" not null,
  id uuid not null,
  digest bytea not null,
  case_id uuid not null,
  actor uuid not null,
  at timestamptz not null,
  primary key (region, id),
  foreign key (region, case_id) references casework.case_row (region, id)
);
create table casework.birth_key (
  region text collate "C" not null,
  key bytea not null,
  case_id uuid not null,
  mother bytea not null,
  primary key (region, key),
  foreign key (region, case_id) references casework.case_row (region, id)
);

do $$
declare
  v_table text;
  v_region constant text := 'region = any (string_to_array(current_setting(''app.regions'', true), '',''))';
  v_staff constant text := 'current_setting(''app.births'', true) = ''open'' and current_setting(''app.purpose'', true) = any (''{casework,birth-service,benefit,health-service,childcare}'')';
  v_self constant text := 'current_setting(''app.births'', true) = ''open'' and current_setting(''app.purpose'', true) = ''data-subject''';
  -- A case of nobody whom this county knows has no place: it is the county's own.
  v_place constant text := '(current_setting(''app.townships'', true) = ''*'' or township = any (string_to_array(current_setting(''app.townships'', true), '','')))'
    || ' and (current_setting(''app.villages'', true) = ''*'' or village = any (string_to_array(current_setting(''app.villages'', true), '','')))';
begin
  foreach v_table in array array['case_row', 'document'] loop
    execute format('create policy guard on casework.%I to junheng_app using (%s and (%s%s or %s and current_setting(''app.self'', true) = any (people)))',
      v_table, v_region, v_staff, case v_table when 'case_row' then ' and ' || v_place else '' end, v_self);
  end loop;
  -- The family reaches these through its case only: the program names the case when it begins.
  foreach v_table in array array['action', 'delivery', 'answer_seen', 'waiting', 'party'] loop
    execute format('create policy guard on casework.%I to junheng_app using (%s and (%s%s or %s and %s))',
      v_table, v_region, v_staff, case v_table when 'waiting' then ' and ' || v_place else '' end, v_self,
      case v_table when 'party' then 'person::text = current_setting(''app.self'', true)'
        else 'case_id::text = current_setting(''app.case_id'', true)' end);
  end loop;
  foreach v_table in array array['notice', 'birth_key', 'circuit', 'counter'] loop
    execute format('create policy guard on casework.%I to junheng_app using (%s and %s)', v_table, v_region, v_staff);
  end loop;
  foreach v_table in array array['case_row', 'counter', 'action', 'party', 'waiting', 'delivery', 'answer_seen', 'circuit', 'document', 'notice', 'birth_key'] loop
    execute format('alter table casework.%I enable row level security', v_table);
  end loop;
end $$;

-- What was done, said and shown is never changed: no update and no delete.
grant select, insert on casework.action, casework.party, casework.answer_seen, casework.document, casework.notice,
  casework.birth_key to junheng_app;
grant select, insert, update on casework.counter, casework.circuit to junheng_app;
grant select, insert on casework.case_row to junheng_app;
grant update (office, ended_on, status, seq, state) on casework.case_row to junheng_app;
grant select, insert, update, delete on casework.waiting to junheng_app;
grant select, insert, update (state, attempts, next_at, last_error, reference, sent_at) on casework.delivery to junheng_app;

-- Who works on cases. The clerks of other departments see cases and nothing of the register's births.
insert into staff.post_kind values
  ('hospital-clerk', 6, '{casework}', '{}', '{see-posts,work}'),
  ('insurance-clerk', 6, '{casework}', '{}', '{see-posts,work}'),
  ('social-security-clerk', 6, '{casework}', '{}', '{see-posts,work}'),
  ('tax-clerk', 6, '{casework}', '{}', '{see-posts,work}'),
  ('data-officer', 6, '{casework}', '{}', '{see-posts,work}');
update staff.post_kind set purposes = purposes || '{casework}'
  where kind in ('county-officer', 'township-worker', 'village-worker', 'health-worker', 'police-registrar');
