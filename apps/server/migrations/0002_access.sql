-- Who may do what, for which purpose, in which case. The settings app.* live for one transaction only.
create schema access;
grant usage on schema access to junheng_app, junheng_auditor;

-- Tested to say the same as packages/register/src/purpose.ts.
create table access.purpose (
  purpose text primary key,
  categories text[] not null,
  needs_case boolean not null,
  forbidden boolean not null
);
insert into access.purpose values
  ('registration', '{identity,contact,residence,fertility,health}', false, false),
  ('birth-service', '{identity,contact,residence,fertility}', true, false),
  ('benefit', '{identity,contact,residence,fertility}', true, false),
  ('health-service', '{identity,contact,residence,fertility,health}', true, false),
  ('childcare', '{identity,contact,residence,fertility}', true, false),
  ('data-subject', '{identity,contact,residence,fertility,health}', false, false),
  ('emergency', '{identity,contact,residence,fertility,health}', false, false),
  ('household-registration', '{identity,contact,residence}', true, true),
  ('school-entry', '{identity,contact,residence}', true, true),
  ('hiring', '{identity,contact,residence}', true, true),
  ('appraisal', '{identity,contact,residence}', true, true),
  ('promotion', '{identity,contact,residence}', true, true);
grant select on access.purpose to junheng_app, junheng_auditor;

-- What a post lets an actor do in a county. townships '{*}': all of it. fields: what is shown unmasked.
create table access.post_grant (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  actor uuid not null,
  post text not null,
  townships text[] not null default '{*}',
  purposes text[] not null,
  fields text[] not null default '{}',
  primary key (region, actor, post)
);

create table access.case_file (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  case_id text not null check (case_id ~ '^[A-Za-z0-9-]{1,64}$'),
  purpose text not null,
  opened_on date not null,
  closed_on date,
  primary key (region, case_id)
);

-- Reading without a case in an emergency: allowed at once, with a reason, and looked at afterwards by someone else.
create table access.break_glass (
  region text collate "C" not null,
  id uuid not null,
  actor uuid not null,
  reason text not null check (length(reason) >= 10),
  at timestamptz not null default now(),
  reviewed_by uuid,
  reviewed_at timestamptz,
  finding text,
  primary key (region, id),
  check (reviewed_by is distinct from actor),
  check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (finding is null))
);

-- Policies are written with inlined built-ins, as Citus and the planner want them: the region becomes an index condition.
alter table access.case_file enable row level security;
create policy of_region on access.case_file to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ',')));
grant select, insert, update on access.case_file to junheng_app;

alter table access.break_glass enable row level security;
create policy of_region on access.break_glass to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ',')));
create policy auditor on access.break_glass for select to junheng_auditor using (true);
grant select on access.break_glass to junheng_app, junheng_auditor;
grant update (reviewed_by, reviewed_at, finding) on access.break_glass to junheng_app;

-- The first statement of every transaction about people: checks what the settings claim against what is granted.
-- Returns 'ok' or the reason of a refusal, which has then been written to the audit chain.
create function access.begin(p_detail jsonb default '{}') returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_purpose text := nullif(current_setting('app.purpose', true), '');
  v_case text := nullif(current_setting('app.case_id', true), '');
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_townships text[] := string_to_array(nullif(current_setting('app.townships', true), ''), ',');
  v_fields text[] := coalesce(string_to_array(nullif(current_setting('app.fields', true), ''), ','), '{}');
  v_reason text := p_detail ->> 'reason';
  v_rule access.purpose;
  v_refusal text;
begin
  if v_region is null or v_region !~ '^[1-9][0-9]{5}$' or v_actor is null then
    raise exception 'access without region or actor' using errcode = 'JH400';
  end if;
  select * into v_rule from access.purpose p where p.purpose = v_purpose;
  if v_rule.purpose is null then
    v_refusal := 'unknown-purpose';
  elsif not exists (select from access.post_grant g
      where g.region = v_region and g.actor = v_actor and v_purpose = any (g.purposes)
        and (g.townships @> '{*}' or g.townships @> v_townships) and g.fields @> v_fields) then
    v_refusal := 'not-granted';
  elsif v_rule.forbidden and current_setting('app.births', true) = 'open' then
    -- The plans: births never decide household registration, school entry, hiring, appraisal or promotion.
    v_refusal := 'forbidden-purpose';
  elsif v_rule.needs_case and not exists (select from access.case_file c
      where c.region = v_region and c.case_id = v_case and c.purpose = v_purpose and c.closed_on is null) then
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
    insert into access.break_glass (region, id, actor, reason) values (v_region, gen_random_uuid(), v_actor, v_reason);
    perform audit.append(v_region, 0, 'break-glass', v_actor, null, v_purpose, v_case, p_detail);
  end if;
  return 'ok';
end $$;
revoke all on function access.begin(jsonb) from public;
grant execute on function access.begin(jsonb) to junheng_app;
