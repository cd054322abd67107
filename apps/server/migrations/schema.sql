-- Written by apps/server/src/database/schema/generate.ts from a migrated database; do not edit.

-- tables and views
access.break_glass (region text collate "C" not null, id uuid not null, actor uuid not null, reason text not null, at timestamp with time zone not null default now(), reviewed_by uuid, reviewed_at timestamp with time zone, finding text);
access.case_file (region text collate "C" not null, case_id text not null, purpose text not null, opened_on date not null, closed_on date);
access.post_grant (region text collate "C" not null, actor uuid not null, post text not null, townships text[] not null default '{*}'::text[], purposes text[] not null, fields text[] not null default '{}'::text[], villages text[] not null default '{*}'::text[]);
access.purpose (purpose text not null, categories text[] not null, needs_case boolean not null, forbidden boolean not null);
audit.chain_head (region text collate "C" not null, chain smallint not null, seq bigint not null, hash bytea not null);
audit.entry (region text collate "C" not null, chain smallint not null, seq bigint not null, at timestamp with time zone not null, kind text not null, actor uuid, subject uuid, purpose text, case_id text, body text not null, hash bytea not null);
register.action (region text collate "C" not null, id uuid not null, kind text not null, digest bytea not null, actor uuid not null, purpose text not null, case_id text, at timestamp with time zone not null, result jsonb not null);
register.address_key (region text collate "C" not null, key text collate "C" not null, household uuid not null);
register.fact (region text collate "C" not null, id uuid not null, subject uuid not null, kind text not null, object uuid, object_region text collate "C", value jsonb, valid daterange not null, recorded_at timestamp with time zone not null, source text not null, reference text, corrects uuid, reason text, action uuid not null);
register.fertility_fact (region text collate "C" not null, id uuid not null, subject uuid not null, kind text not null, object uuid, object_region text collate "C", value jsonb, valid daterange not null, recorded_at timestamp with time zone not null, source text not null, reference text, corrects uuid, reason text, action uuid not null);
register.health_fact (region text collate "C" not null, id uuid not null, subject uuid not null, kind text not null, object uuid, object_region text collate "C", value jsonb, valid daterange not null, recorded_at timestamp with time zone not null, source text not null, reference text, corrects uuid, reason text, action uuid not null);
register.household (region text collate "C" not null, id uuid not null, township text collate "C" not null, kind text not null, address text not null, village text collate "C");
register.identity_number (hash bytea not null, region text collate "C" not null, person uuid not null);
register.number_key (region text collate "C" not null, kind text not null, hash bytea not null, person uuid not null);
register.outbox (region text collate "C" not null, id uuid not null, topic text not null, body jsonb not null, created_at timestamp with time zone not null, delivered_at timestamp with time zone, attempts integer not null default 0);
register.person (region text collate "C" not null, id uuid not null, township text collate "C" not null, name text collate "C" not null, given_name text collate "C" not null, pinyin text collate "C" not null, given_pinyin text collate "C" not null, initials text collate "C" not null, sex text, birth_date date not null, death_date date, ethnicity text, identity_masked text, identity_fact uuid, phone_masked text, phone_fact uuid, village text collate "C");
register.person_page view (region text collate "C", id uuid, township text collate "C", name text collate "C", sex text, birth_date date, death_date date, ethnicity text, identity_masked text, phone_masked text, identity_cipher bytea, phone_cipher bytea, village text collate "C");
register.sealed (region text collate "C" not null, fact uuid not null, kind text not null, cipher bytea not null);
register.tie (region text collate "C" not null, fact uuid not null, person uuid not null, kind text not null, role text not null, other uuid not null, other_region text collate "C" not null, valid daterange not null);

-- constraints
access.break_glass: CHECK ((((reviewed_by IS NULL) = (reviewed_at IS NULL)) AND ((reviewed_by IS NULL) = (finding IS NULL))));
access.break_glass: CHECK ((length(reason) >= 10));
access.break_glass: CHECK ((reviewed_by IS DISTINCT FROM actor));
access.break_glass: PRIMARY KEY (region, id);
access.case_file: CHECK ((case_id ~ '^[A-Za-z0-9-]{1,64}$'::text));
access.case_file: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
access.case_file: PRIMARY KEY (region, case_id);
access.post_grant: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
access.post_grant: PRIMARY KEY (region, actor, post);
access.purpose: PRIMARY KEY (purpose);
audit.chain_head: CHECK (((chain >= 0) AND (chain <= 32)));
audit.chain_head: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
audit.chain_head: PRIMARY KEY (region, chain);
audit.entry: PRIMARY KEY (region, chain, seq);
register.action: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
register.action: PRIMARY KEY (region, id);
register.address_key: PRIMARY KEY (region, key, household);
register.fact: CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)));
register.fact: CHECK (((corrects IS NULL) = (reason IS NULL)));
register.fact: CHECK (((object IS NULL) = (object_region IS NULL)));
register.fact: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
register.fact: FOREIGN KEY (region, action) REFERENCES register.action(region, id);
register.fact: PRIMARY KEY (region, id);
register.fertility_fact: CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)));
register.fertility_fact: CHECK (((corrects IS NULL) = (reason IS NULL)));
register.fertility_fact: CHECK (((object IS NULL) = (object_region IS NULL)));
register.fertility_fact: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
register.fertility_fact: FOREIGN KEY (region, action) REFERENCES register.action(region, id);
register.fertility_fact: PRIMARY KEY (region, id);
register.health_fact: CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)));
register.health_fact: CHECK (((corrects IS NULL) = (reason IS NULL)));
register.health_fact: CHECK (((object IS NULL) = (object_region IS NULL)));
register.health_fact: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
register.health_fact: FOREIGN KEY (region, action) REFERENCES register.action(region, id);
register.health_fact: PRIMARY KEY (region, id);
register.household: CHECK (((village IS NULL) OR ((village ~ '^[1-9][0-9]{11}$'::text) AND ("left"(village, 9) = township))));
register.household: PRIMARY KEY (region, id);
register.identity_number: PRIMARY KEY (hash);
register.number_key: PRIMARY KEY (region, kind, hash, person);
register.outbox: PRIMARY KEY (region, id);
register.person: CHECK (((village IS NULL) OR ((village ~ '^[1-9][0-9]{11}$'::text) AND ("left"(village, 9) = township))));
register.person: PRIMARY KEY (region, id);
register.sealed: PRIMARY KEY (region, fact);
register.tie: PRIMARY KEY (region, fact);

-- indexes
CREATE INDEX address_key_by_household ON register.address_key USING btree (region, household);
CREATE INDEX entry_by_actor ON audit.entry USING btree (region, actor, at);
CREATE INDEX entry_by_subject ON audit.entry USING btree (region, subject, at) WHERE (subject IS NOT NULL);
CREATE INDEX entry_by_time ON audit.entry USING btree (region, at);
CREATE INDEX fact_by_subject ON register.fact USING btree (region, subject);
CREATE INDEX fertility_fact_by_subject ON register.fertility_fact USING btree (region, subject);
CREATE INDEX health_fact_by_subject ON register.health_fact USING btree (region, subject);
CREATE INDEX number_key_by_person ON register.number_key USING btree (region, person);
CREATE INDEX outbox_waiting ON register.outbox USING btree (region, created_at) WHERE (delivered_at IS NULL);
CREATE INDEX person_by_given_name ON register.person USING btree (region, given_name);
CREATE INDEX person_by_given_pinyin ON register.person USING btree (region, given_pinyin);
CREATE INDEX person_by_initials ON register.person USING btree (region, initials);
CREATE INDEX person_by_name ON register.person USING btree (region, name);
CREATE INDEX person_by_pinyin ON register.person USING btree (region, pinyin);
CREATE INDEX person_by_place ON register.person USING btree (region, township, village);
CREATE INDEX tie_by_other ON register.tie USING btree (region, other);
CREATE INDEX tie_by_person ON register.tie USING btree (region, person);
CREATE UNIQUE INDEX action_pkey ON register.action USING btree (region, id);
CREATE UNIQUE INDEX address_key_pkey ON register.address_key USING btree (region, key, household);
CREATE UNIQUE INDEX break_glass_pkey ON access.break_glass USING btree (region, id);
CREATE UNIQUE INDEX case_file_pkey ON access.case_file USING btree (region, case_id);
CREATE UNIQUE INDEX chain_head_pkey ON audit.chain_head USING btree (region, chain);
CREATE UNIQUE INDEX entry_pkey ON audit.entry USING btree (region, chain, seq);
CREATE UNIQUE INDEX fact_corrected_once ON register.fact USING btree (region, corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX fact_pkey ON register.fact USING btree (region, id);
CREATE UNIQUE INDEX fertility_fact_corrected_once ON register.fertility_fact USING btree (region, corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX fertility_fact_pkey ON register.fertility_fact USING btree (region, id);
CREATE UNIQUE INDEX health_fact_corrected_once ON register.health_fact USING btree (region, corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX health_fact_pkey ON register.health_fact USING btree (region, id);
CREATE UNIQUE INDEX household_pkey ON register.household USING btree (region, id);
CREATE UNIQUE INDEX identity_number_pkey ON register.identity_number USING btree (hash);
CREATE UNIQUE INDEX number_key_pkey ON register.number_key USING btree (region, kind, hash, person);
CREATE UNIQUE INDEX outbox_pkey ON register.outbox USING btree (region, id);
CREATE UNIQUE INDEX person_pkey ON register.person USING btree (region, id);
CREATE UNIQUE INDEX post_grant_pkey ON access.post_grant USING btree (region, actor, post);
CREATE UNIQUE INDEX purpose_pkey ON access.purpose USING btree (purpose);
CREATE UNIQUE INDEX sealed_pkey ON register.sealed USING btree (region, fact);
CREATE UNIQUE INDEX tie_pkey ON register.tie USING btree (region, fact);

-- policies
access.break_glass auditor for SELECT to junheng_auditor using (true) with check (as using);
access.break_glass of_region for ALL to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
access.case_file of_region for ALL to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
audit.chain_head auditor for SELECT to junheng_auditor using (true) with check (as using);
audit.entry auditor for SELECT to junheng_auditor using (true) with check (as using);
audit.entry of_region for SELECT to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
register.action guard_read for SELECT to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
register.action guard_write for INSERT to junheng_app using (as inserted) with check (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) = ANY ('{registration,birth-service}'::text[])) AND ((actor)::text = current_setting('app.actor'::text, true))));
register.address_key guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text))) with check (as using);
register.fact guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text))) with check (as using);
register.fertility_fact guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{registration,birth-service,benefit,health-service,childcare,data-subject,emergency}'::text[])))) with check (as using);
register.health_fact guard_read for SELECT to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND ('health'::text = ANY (string_to_array(current_setting('app.fields'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) = ANY ('{registration,health-service,data-subject,emergency}'::text[])))) with check (as using);
register.health_fact guard_write for INSERT to junheng_app using (as inserted) with check ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))));
register.household guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text)))))) with check (as using);
register.identity_number guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text))) with check (as using);
register.number_key guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text))) with check (as using);
register.outbox guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text))) with check (as using);
register.person guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text)))))) with check (as using);
register.sealed guard_insert for INSERT to junheng_app using (as inserted) with check ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))));
register.sealed guard_read for SELECT to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (kind = ANY (string_to_array(current_setting('app.fields'::text, true), ','::text))))) with check (as using);
register.tie guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{registration,birth-service,benefit,health-service,childcare,data-subject,emergency}'::text[])))) with check (as using);

-- tables without row-level security
access.post_grant
access.purpose

-- grants
SELECT on access.break_glass to junheng_app;
SELECT on access.break_glass to junheng_auditor;
INSERT, SELECT, UPDATE on access.case_file to junheng_app;
SELECT on access.purpose to junheng_app;
SELECT on access.purpose to junheng_auditor;
SELECT on audit.chain_head to junheng_auditor;
SELECT on audit.entry to junheng_app;
SELECT on audit.entry to junheng_auditor;
INSERT, SELECT on register.action to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.address_key to junheng_app;
INSERT, SELECT on register.fact to junheng_app;
INSERT, SELECT on register.fertility_fact to junheng_app;
INSERT, SELECT on register.health_fact to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.household to junheng_app;
DELETE, INSERT, SELECT on register.identity_number to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.number_key to junheng_app;
INSERT, SELECT on register.outbox to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.person to junheng_app;
SELECT on register.person_page to junheng_app;
INSERT, SELECT on register.sealed to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.tie to junheng_app;

-- functions
CREATE OR REPLACE FUNCTION access.begin(p_detail jsonb DEFAULT '{}'::jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION audit.append(p_region text, p_chain integer, p_kind text, p_actor uuid, p_subject uuid, p_purpose text, p_case text, p_detail jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
