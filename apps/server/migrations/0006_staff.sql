-- Places below the county, units, posts and who holds them. A holding is the only source of a grant: the app can appoint
-- only through functions that ask whether the one who appoints may.
create schema staff;
grant usage on schema staff to junheng_app;
-- For the constraint that no two people hold a post at once. Trusted: the owner of the database may create it.
create extension if not exists btree_gist with schema public;

-- The county (six digits), its townships (nine) and villages (twelve).
create table staff.place (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  code text collate "C" not null check (code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$' and left(code, 6) = region),
  parent text collate "C",
  name_zh text not null,
  name_en text not null,
  primary key (region, code),
  foreign key (region, parent) references staff.place (region, code) deferrable,
  check (case length(code) when 6 then parent is null when 9 then parent = region else parent = left(code, 9) end)
);
create index place_by_parent on staff.place (region, parent);

-- Tested to say the same as apps/server/src/staff/post-kinds.ts. abilities: what staff do that touches no person.
create table staff.post_kind (
  kind text primary key,
  digits integer not null check (digits in (6, 9, 12)),
  purposes text[] not null,
  fields text[] not null,
  abilities text[] not null
);
insert into staff.post_kind values
  ('administrator', 6, '{}', '{}', '{see-posts,manage-staff,see-refusals}'),
  ('county-officer', 6, '{registration,birth-service,benefit,emergency}', '{identity,phone}', '{see-posts,work}'),
  ('township-worker', 9, '{registration,birth-service,benefit}', '{phone}', '{see-posts,work}'),
  ('village-worker', 12, '{registration,birth-service}', '{phone}', '{see-posts,work}'),
  ('health-worker', 6, '{health-service,emergency}', '{phone,health}', '{see-posts,work}'),
  ('police-registrar', 6, '{household-registration}', '{identity}', '{see-posts,work}'),
  ('school-clerk', 6, '{school-entry}', '{}', '{see-posts,work}'),
  ('reviewer', 6, '{}', '{}', '{see-posts,see-log,see-refusals,review}');
grant select on staff.post_kind to junheng_app;

create table staff.unit (
  region text collate "C" not null,
  id uuid not null,
  parent uuid,
  area text collate "C" not null,
  name_zh text not null,
  name_en text not null,
  primary key (region, id),
  foreign key (region, parent) references staff.unit (region, id) deferrable,
  foreign key (region, area) references staff.place (region, code)
);

create table staff.post (
  region text collate "C" not null,
  id uuid not null,
  kind text not null,
  unit uuid not null,
  area text collate "C" not null,
  opened_on date not null,
  closed_on date,
  primary key (region, id),
  foreign key (region, unit) references staff.unit (region, id),
  foreign key (region, area) references staff.place (region, code)
);
create index post_by_area on staff.post (region, area);

-- Who fills a post, when. One holder and one substitute at a time.
create table staff.holding (
  region text collate "C" not null,
  id uuid not null,
  post uuid not null,
  holder uuid not null,
  role text not null check (role in ('holder', 'substitute')),
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  appointed_by uuid,
  appointed_at timestamptz not null default now(),
  primary key (region, id),
  foreign key (region, post) references staff.post (region, id),
  check (role = 'holder' or not upper_inf(valid)),
  constraint one_at_a_time exclude using gist (region with =, post with =, role with =, valid with &&)
);
create index holding_by_holder on staff.holding (region, holder);

-- What somebody asks to have corrected about themself; their township's worker answers.
create table staff.correction_request (
  region text collate "C" not null,
  id uuid not null,
  person uuid not null,
  township text collate "C" not null,
  village text collate "C",
  fact uuid,
  text text not null check (length(text) between 1 and 500),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text check (length(answer) between 1 and 500),
  primary key (region, id),
  check ((answered_by is null) = (answered_at is null) and (answered_by is null) = (answer is null))
);
create index correction_request_open on staff.correction_request (region, township) where answered_at is null;
create index correction_request_by_person on staff.correction_request (region, person);

do $$
declare
  v_table text;
  v_region constant text := 'region = any (string_to_array(current_setting(''app.regions'', true), '',''))';
begin
  foreach v_table in array array['place', 'unit', 'post', 'holding'] loop
    execute format('alter table staff.%I enable row level security', v_table);
    execute format('create policy of_region on staff.%I for select to junheng_app using (%s)', v_table, v_region);
    execute format('grant select on staff.%I to junheng_app', v_table);
  end loop;
end $$;
alter table staff.correction_request enable row level security;
create policy guard_read on staff.correction_request for select to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ','))
    and ((current_setting('app.purpose', true) = 'data-subject' and person::text = current_setting('app.self', true))
      or (current_setting('app.purpose', true) = 'registration'
        and (current_setting('app.townships', true) = '*'
          or township = any (string_to_array(current_setting('app.townships', true), ',')))
        and (current_setting('app.villages', true) = '*'
          or village = any (string_to_array(current_setting('app.villages', true), ','))))));
create policy guard_ask on staff.correction_request for insert to junheng_app
  with check (region = any (string_to_array(current_setting('app.regions', true), ','))
    and current_setting('app.purpose', true) = 'data-subject' and person::text = current_setting('app.self', true)
    and asked_by::text = current_setting('app.actor', true) and answered_by is null);
create policy guard_answer on staff.correction_request for update to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ','))
    and current_setting('app.purpose', true) = 'registration' and answered_at is null)
  with check (answered_by::text = current_setting('app.actor', true));
grant select, insert, update (answered_by, answered_at, answer) on staff.correction_request to junheng_app;

-- Where a grant comes from and when it counts. Grants without a holding are the owner's own, for programs.
alter table access.post_grant add column valid daterange not null default '(,)', add column post_id uuid, add column holding uuid;
create unique index post_grant_by_holding on access.post_grant (region, holding) where holding is not null;

-- Whose case it is: only those who fill that post use it. about: whom it concerns.
alter table access.case_file add column post uuid, add column about uuid, add column opened_by uuid;
create index case_file_open on access.case_file (region, post) where closed_on is null;
alter table access.break_glass add column post uuid;
revoke update (reviewed_by, reviewed_at, finding) on access.break_glass from junheng_app;

-- Days of duty are days of China.
create function staff.today() returns date language sql stable set search_path = pg_catalog, pg_temp as $$
  select (now() at time zone 'Asia/Shanghai')::date
$$;

-- The counties that this service keeps.
create function staff.counties() returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(p.region order by p.region), '{}') from staff.place p where p.parent is null
$$;

-- Whether somebody fills a post today that has this ability; p_post null: any post of theirs.
create function staff.may(p_region text, p_actor uuid, p_ability text, p_post uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from staff.holding h
    join staff.post p on p.region = h.region and p.id = h.post
    join staff.post_kind k on k.kind = p.kind
    where h.region = p_region and p.region = p_region and h.holder = p_actor and h.valid @> staff.today()
      and (p.closed_on is null or p.closed_on > staff.today())
      and p_ability = any (k.abilities) and (p_post is null or h.post = p_post))
$$;

-- The first statement of every transaction of staff that touches no person. 'ok', or why not, which is then on the chain.
create function staff.begin(p_ability text, p_detail jsonb default '{}') returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post uuid := nullif(current_setting('app.post', true), '')::uuid;
begin
  if v_region is null or v_region !~ '^[1-9][0-9]{5}$' or v_actor is null then
    raise exception 'access without region or actor' using errcode = 'JH400';
  end if;
  if staff.may(v_region, v_actor, p_ability, v_post) then return 'ok'; end if;
  perform audit.append(v_region, 0, 'refused', v_actor, null, null, null,
    jsonb_build_object('why', 'not-granted', 'ability', p_ability, 'post', v_post) || p_detail);
  return 'not-granted';
end $$;

-- Fills a post and grants what its kind grants there. Only the owner and the functions below; raises exclusion_violation.
create function staff.hold(
  p_region text, p_id uuid, p_post uuid, p_holder uuid, p_role text, p_valid daterange, p_by uuid
) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_post staff.post;
  v_kind staff.post_kind;
begin
  select * into strict v_post from staff.post p where p.region = p_region and p.id = p_post;
  select * into strict v_kind from staff.post_kind k where k.kind = v_post.kind;
  if length(v_post.area) <> v_kind.digits then
    raise exception 'a % is of a place of % digits', v_post.kind, v_kind.digits using errcode = 'JH400';
  end if;
  insert into staff.holding (region, id, post, holder, role, valid, appointed_by)
    values (p_region, p_id, p_post, p_holder, p_role, p_valid, p_by);
  insert into access.post_grant (region, actor, post, townships, villages, purposes, fields, valid, post_id, holding)
    values (p_region, p_holder, p_id::text,
      case v_kind.digits when 6 then '{*}' else array[left(v_post.area, 9)] end,
      case v_kind.digits when 12 then array[v_post.area] else '{*}' end,
      v_kind.purposes, v_kind.fields, p_valid, p_post, p_id);
end $$;

-- Appoints somebody of this county's staff. Returns 'ok' or the code of what stands against it, with nothing done.
create function staff.appoint(p_id uuid, p_post uuid, p_holder uuid, p_role text, p_from date, p_to date) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post staff.post;
begin
  if not coalesce(staff.may(v_region, v_actor, 'manage-staff', null), false) then return 'not-granted'; end if;
  select * into v_post from staff.post p where p.region = v_region and p.id = p_post for update;
  if v_post.id is null then return 'no-such-post'; end if;
  if not exists (select from auth.user u where u.id = p_holder and u.kind = 'staff' and u.region = v_region) then
    return 'no-such-user';
  end if;
  if p_holder = v_actor then return 'not-oneself'; end if;
  if p_role = 'substitute' and p_to is null then return 'no-end'; end if;
  if p_to is not null and p_to <= p_from then return 'ends-before-it-begins'; end if;
  if p_from < v_post.opened_on or (v_post.closed_on is not null and p_from >= v_post.closed_on) then return 'post-closed'; end if;
  if exists (select from staff.holding h where h.region = v_region and h.post = p_post and h.role = p_role
      and h.valid && daterange(p_from, p_to)) then
    return 'already-filled';
  end if;
  if exists (select from staff.holding h where h.region = v_region and h.post = p_post and h.holder = p_holder
      and h.valid && daterange(p_from, p_to)) then
    return 'already-theirs';
  end if;
  perform staff.hold(v_region, p_id, p_post, p_holder, p_role, daterange(p_from, p_to), v_actor);
  perform audit.append(v_region, 0, 'appointed', v_actor, p_holder, null, null,
    jsonb_build_object('post', p_post, 'role', p_role, 'from', p_from, 'to', p_to));
  return 'ok';
end $$;

-- Ends who fills a post in a role from that day on.
create function staff.dismiss(p_post uuid, p_role text, p_on date) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_holding staff.holding;
begin
  if not coalesce(staff.may(v_region, v_actor, 'manage-staff', null), false) then return 'not-granted'; end if;
  select * into v_holding from staff.holding h where h.region = v_region and h.post = p_post and h.role = p_role
    and (upper_inf(h.valid) or upper(h.valid) > p_on) order by lower(h.valid) limit 1 for update;
  if v_holding.id is null then return 'nobody-there'; end if;
  if p_on <= lower(v_holding.valid) then return 'ends-before-it-begins'; end if;
  if v_holding.holder = v_actor then return 'not-oneself'; end if;
  update staff.holding h set valid = daterange(lower(h.valid), p_on) where h.region = v_region and h.id = v_holding.id;
  update access.post_grant g set valid = daterange(lower(g.valid), p_on) where g.region = v_region and g.holding = v_holding.id;
  perform audit.append(v_region, 0, 'dismissed', v_actor, v_holding.holder, null, null,
    jsonb_build_object('post', p_post, 'role', p_role, 'on', p_on));
  return 'ok';
end $$;

-- Someone else looks at what was read in an emergency and says what they find.
create function access.review(p_id uuid, p_finding text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_glass access.break_glass;
begin
  if not coalesce(staff.may(v_region, v_actor, 'review', null), false) then return 'not-granted'; end if;
  select * into v_glass from access.break_glass b where b.region = v_region and b.id = p_id for update;
  if v_glass.id is null then return 'no-such-reading'; end if;
  if v_glass.reviewed_by is not null then return 'already-reviewed'; end if;
  if v_glass.actor = v_actor then return 'not-oneself'; end if;
  update access.break_glass b set reviewed_by = v_actor, reviewed_at = now(), finding = p_finding
    where b.region = v_region and b.id = p_id;
  perform audit.append(v_region, 0, 'reviewed', v_actor, v_glass.actor, 'emergency', null, jsonb_build_object('break-glass', p_id));
  return 'ok';
end $$;

revoke all on all functions in schema staff from public;
revoke all on function access.review(uuid, text) from public;
grant execute on function staff.begin(text, jsonb), staff.appoint(uuid, uuid, uuid, text, date, date),
  staff.dismiss(uuid, text, date), staff.today(), staff.counties(), access.review(uuid, text)
  to junheng_app;

-- As in 0004; and only grants in force today, of the post acted from where one is named; oneself only as oneself; and only
-- cases of one's own post.
create or replace function access.begin(p_detail jsonb default '{}') returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_purpose text := nullif(current_setting('app.purpose', true), '');
  v_case text := nullif(current_setting('app.case_id', true), '');
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post uuid := nullif(current_setting('app.post', true), '')::uuid;
  v_self text := nullif(current_setting('app.self', true), '');
  v_townships text[] := string_to_array(nullif(current_setting('app.townships', true), ''), ',');
  v_villages text[] := string_to_array(nullif(current_setting('app.villages', true), ''), ',');
  v_fields text[] := coalesce(string_to_array(nullif(current_setting('app.fields', true), ''), ','), '{}');
  v_today constant date := staff.today();
  v_rule access.purpose;
  v_refusal text;
  v_reason text := p_detail ->> 'reason';
begin
  if v_region is null or v_region !~ '^[1-9][0-9]{5}$' or v_actor is null then
    raise exception 'access without region or actor' using errcode = 'JH400';
  end if;
  select * into v_rule from access.purpose p where p.purpose = v_purpose;
  if v_rule.purpose is null then
    v_refusal := 'unknown-purpose';
  elsif v_purpose = 'data-subject' then
    if not exists (select from access.resident r
        where r.region = v_region and r.actor = v_actor and r.person::text = v_self) then
      v_refusal := 'not-granted';
    end if;
  elsif not exists (select from access.post_grant g
      where g.region = v_region and g.actor = v_actor and v_purpose = any (g.purposes)
        and g.valid @> v_today and (v_post is null or g.post_id = v_post)
        and (g.townships @> '{*}' or g.townships @> v_townships)
        and (g.villages @> '{*}' or g.villages @> v_villages) and g.fields @> v_fields) then
    v_refusal := 'not-granted';
  elsif v_rule.forbidden and current_setting('app.births', true) = 'open' then
    -- The plans: births never decide household registration, school entry, hiring, appraisal or promotion.
    v_refusal := 'forbidden-purpose';
  elsif v_rule.needs_case and not exists (select from access.case_file c
      where c.region = v_region and c.case_id = v_case and c.purpose = v_purpose and c.closed_on is null
        and (c.post is null or exists (select from staff.holding h
          where h.region = v_region and h.post = c.post and h.holder = v_actor and h.valid @> v_today))) then
    v_refusal := 'no-such-case';
  elsif v_purpose = 'emergency' and length(coalesce(v_reason, '')) < 10 then
    v_refusal := 'no-reason';
  end if;
  if v_refusal is not null then
    perform audit.append(v_region, 0, 'refused', v_actor, null, v_purpose, v_case,
      jsonb_build_object('why', v_refusal) || p_detail);
    return v_refusal;
  end if;
  if v_purpose = 'emergency' then
    insert into access.break_glass (region, id, actor, reason, post)
      values (v_region, gen_random_uuid(), v_actor, v_reason, v_post);
    perform audit.append(v_region, 0, 'break-glass', v_actor, null, v_purpose, v_case, p_detail);
  end if;
  return 'ok';
end $$;
