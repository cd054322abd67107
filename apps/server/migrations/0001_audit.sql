-- Roles and the audit chain. The owner (whoever migrates) is never the one who serves: junheng_app owns nothing.
do $$ begin
  if not exists (select from pg_roles where rolname = 'junheng_app') then
    create role junheng_app login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'junheng_auditor') then
    create role junheng_auditor login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  -- Roles belong to the server: another database's migration was faster.
  null;
end $$;

revoke all on schema public from public;

create schema audit;
grant usage on schema audit to junheng_app, junheng_auditor;

-- One chain of entries for each county and number; chain 0 holds writes, 1 to 4 hold reads, so that readers of a
-- county seldom wait for one another. No trigger: everything happens in audit.append, which Citus can run.
create table audit.chain_head (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  chain smallint not null check (chain between 0 and 4),
  seq bigint not null,
  hash bytea not null,
  primary key (region, chain)
);

-- `body` is what the hash covers, to the letter; the other columns repeat it for searching and are compared with it.
create table audit.entry (
  region text collate "C" not null,
  chain smallint not null,
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  actor uuid,
  subject uuid,
  purpose text,
  case_id text,
  body text not null,
  hash bytea not null,
  primary key (region, chain, seq)
);
create index entry_by_subject on audit.entry (region, subject, at) where subject is not null;
create index entry_by_actor on audit.entry (region, actor, at);
create index entry_by_time on audit.entry (region, at);

-- Adds an entry to a chain. Runs as owner: the app can add to the chain and do nothing else to it.
create function audit.append(
  p_region text, p_chain integer, p_kind text, p_actor uuid, p_subject uuid, p_purpose text, p_case text, p_detail jsonb
) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_seq bigint;
  v_prev bytea;
  v_at timestamptz;
  v_body text;
  v_hash bytea;
begin
  insert into audit.chain_head (region, chain, seq, hash)
    values (p_region, p_chain, 0, sha256(convert_to('junheng ' || p_region || ' ' || p_chain, 'UTF8')))
    on conflict do nothing;
  select h.seq + 1, h.hash into v_seq, v_prev from audit.chain_head h
    where h.region = p_region and h.chain = p_chain for update;
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
revoke all on function audit.append(text, integer, text, uuid, uuid, text, text, jsonb) from public;
grant execute on function audit.append(text, integer, text, uuid, uuid, text, text, jsonb) to junheng_app;

alter table audit.entry enable row level security;
alter table audit.chain_head enable row level security;
create policy of_region on audit.entry for select to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ',')));
create policy auditor on audit.entry for select to junheng_auditor using (true);
create policy auditor on audit.chain_head for select to junheng_auditor using (true);
grant select on audit.entry to junheng_app;
grant select on audit.entry, audit.chain_head to junheng_auditor;
