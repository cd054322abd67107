-- A residence may name a village (12 digits, beginning with the township's nine), and a post may be of one village.
-- Null: the village is not known. Who sees only villages does not see these.
alter table register.person add column village text collate "C";
alter table register.household add column village text collate "C";
alter table register.person add constraint person_village_check
  check (village is null or (village ~ '^[1-9][0-9]{11}$' and left(village, 9) = township));
alter table register.household add constraint household_village_check
  check (village is null or (village ~ '^[1-9][0-9]{11}$' and left(village, 9) = township));
-- For those who see a township or a village only, and for their lists of work.
create index person_by_place on register.person (region, township, village);

create or replace view register.person_page with (security_invoker = true) as
  select p.region, p.id, p.township, p.name, p.sex, p.birth_date, p.death_date, p.ethnicity,
    p.identity_masked, p.phone_masked, i.cipher as identity_cipher, t.cipher as phone_cipher, p.village
  from register.person p
  left join register.sealed i on i.region = p.region and i.fact = p.identity_fact
  left join register.sealed t on t.region = p.region and t.fact = p.phone_fact;

alter table access.post_grant add column villages text[] not null default '{*}';

-- Without the setting app.villages nobody is seen, as without the others.
do $$
declare
  v_table text;
begin
  foreach v_table in array array['person', 'household'] loop
    execute format($policy$
      alter policy guard on register.%I using (
        region = any (string_to_array(current_setting('app.regions', true), ','))
        and current_setting('app.purpose', true) <> ''
        and (current_setting('app.townships', true) = '*'
          or township = any (string_to_array(current_setting('app.townships', true), ',')))
        and (current_setting('app.villages', true) = '*'
          or village = any (string_to_array(current_setting('app.villages', true), ','))))
    $policy$, v_table);
  end loop;
end $$;

-- As in 0002, and the villages too.
create or replace function access.begin(p_detail jsonb default '{}') returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_purpose text := nullif(current_setting('app.purpose', true), '');
  v_case text := nullif(current_setting('app.case_id', true), '');
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_townships text[] := string_to_array(nullif(current_setting('app.townships', true), ''), ',');
  v_villages text[] := string_to_array(nullif(current_setting('app.villages', true), ''), ',');
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
        and (g.townships @> '{*}' or g.townships @> v_townships)
        and (g.villages @> '{*}' or g.villages @> v_villages) and g.fields @> v_fields) then
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

-- Chain 0 holds refusals and what concerns everybody, 1 to 16 readings, 17 to 32 writes: an entry waits for the commit
-- of the one before it in its chain, so whose entries go to different chains do not wait for one another.
alter table audit.chain_head drop constraint chain_head_chain_check;
alter table audit.chain_head add constraint chain_head_chain_check check (chain between 0 and 32);

-- As in 0001; the first link is only made where there is none.
create or replace function audit.append(
  p_region text, p_chain integer, p_kind text, p_actor uuid, p_subject uuid, p_purpose text, p_case text, p_detail jsonb
) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_seq bigint;
  v_prev bytea;
  v_at timestamptz;
  v_body text;
  v_hash bytea;
begin
  select h.seq + 1, h.hash into v_seq, v_prev from audit.chain_head h
    where h.region = p_region and h.chain = p_chain for update;
  if not found then
    insert into audit.chain_head (region, chain, seq, hash)
      values (p_region, p_chain, 0, sha256(convert_to('junheng ' || p_region || ' ' || p_chain, 'UTF8')))
      on conflict do nothing;
    select h.seq + 1, h.hash into v_seq, v_prev from audit.chain_head h
      where h.region = p_region and h.chain = p_chain for update;
  end if;
  v_at := clock_timestamp();
  v_body := jsonb_build_object(
    'at', to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'kind', p_kind, 'actor', p_actor,
    'subject', p_subject, 'purpose', p_purpose, 'case', p_case, 'detail', p_detail)::text;
  v_hash := sha256(v_prev || convert_to(p_region || ' ' || p_chain || ' ' || v_seq || ' ' || v_body, 'UTF8'));
  insert into audit.entry (region, chain, seq, at, kind, actor, subject, purpose, case_id, body, hash)
    values (p_region, p_chain, v_seq, v_at, p_kind, p_actor, p_subject, p_purpose, p_case, v_body, v_hash);
  update audit.chain_head h set seq = v_seq, hash = v_hash where h.region = p_region and h.chain = p_chain;
  return v_seq;
end $$;
