-- Who can sign in. The tables of better-auth in our own words of SQL, and ours for what it does not keep: tries, codes.
-- Small, without a region: on Citus they stay on the coordinator. Numbers are kept as keyed hashes, never in clear.
create schema auth;
grant usage on schema auth to junheng_app;

-- kind: staff sign in by password and second factor or by the government's identity provider; residents by a code sent to
-- their phone, or by the provider. region: the county whose chain keeps their sign-ins.
create table auth.user (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  username text unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  display_username text,
  two_factor_enabled boolean not null default false,
  kind text not null check (kind in ('staff', 'resident')),
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  phone_hash text unique,
  phone_masked text
);

-- method: password | oidc | sms | demo. active_post: which of their posts staff act from; never taken from a request.
create table auth.session (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  method text not null default 'password' check (method in ('password', 'oidc', 'sms', 'demo')),
  active_post uuid
);
create index session_by_user on auth.session (user_id);

create table auth.account (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth.user on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_by_user on auth.account (user_id);

create table auth.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);

create table auth.two_factor (
  id uuid primary key default gen_random_uuid(),
  secret text not null,
  backup_codes text not null,
  user_id uuid not null references auth.user on delete cascade,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factor_by_user on auth.two_factor (user_id);

-- A code of a second factor counts once, also within its half minute.
create table auth.used_code (
  user_id uuid not null references auth.user on delete cascade,
  digest text not null,
  used_at timestamptz not null,
  primary key (user_id, digest)
);

-- Failures in a row by what they were aimed at; `subject` is a keyed hash of a name or a phone.
create table auth.failure (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

-- The last code sent to a phone, both as keyed hashes. A new one replaces it.
create table auth.one_time_code (
  phone_hash text primary key,
  code_hash text not null,
  tries integer not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null
);

grant select, insert, update, delete on auth.user, auth.session, auth.account, auth.verification, auth.two_factor,
  auth.used_code, auth.failure, auth.one_time_code to junheng_app;

-- Which person of the register a resident is: set by access.link_resident only, after the phone was proven.
create table access.resident (
  region text collate "C" not null check (region ~ '^[1-9][0-9]{5}$'),
  actor uuid not null,
  person uuid not null,
  linked_at timestamptz not null default now(),
  primary key (region, actor),
  unique (region, person)
);
alter table access.resident enable row level security;
create policy of_region on access.resident for select to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ',')));
grant select on access.resident to junheng_app;

-- People of a county whose phone has this keyed hash, with what is needed to tell them apart. Written to the chain: the app
-- has no other way to look somebody up without a post.
create function access.people_of_phone(p_region text, p_hash bytea)
returns table (person uuid, name text, identity_cipher bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform audit.append(p_region, 0, 'resident-lookup', null, null, 'data-subject', null, '{}');
  return query select p.id, p.name, s.cipher
    from register.number_key k
    join register.person p on p.region = k.region and p.id = k.person
    left join register.sealed s on s.region = k.region and s.fact = p.identity_fact
    where k.region = p_region and k.kind = 'phone' and k.hash = p_hash and p.region = p_region and p.death_date is null
    order by p.id limit 20;
end $$;
revoke all on function access.people_of_phone(text, bytea) from public;
grant execute on function access.people_of_phone(text, bytea) to junheng_app;

-- Ties a sign-in to a person whose phone it is, and returns whose it is: an earlier one of the same person stays. Null where
-- the phone is not that person's.
create function access.link_resident(p_region text, p_actor uuid, p_person uuid, p_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_actor uuid;
begin
  if not exists (select from register.number_key k
      where k.region = p_region and k.kind = 'phone' and k.hash = p_hash and k.person = p_person) then
    return null;
  end if;
  insert into access.resident as r (region, actor, person) values (p_region, p_actor, p_person)
    on conflict (region, person) do update set linked_at = now() returning r.actor into v_actor;
  perform audit.append(p_region, 0, 'resident-linked', v_actor, p_person, 'data-subject', null, '{}');
  return v_actor;
end $$;
revoke all on function access.link_resident(text, uuid, uuid, bytea) from public;
grant execute on function access.link_resident(text, uuid, uuid, bytea) to junheng_app;

-- Reading as oneself shows oneself alone: app.self, which access.begin holds against access.resident. Restrictive, so it
-- narrows whatever the other policies let through.
do $$
declare
  v_not_self constant text := 'current_setting(''app.purpose'', true) is distinct from ''data-subject''';
  v_self constant text := 'current_setting(''app.self'', true)';
begin
  execute format('create policy only_self on register.person as restrictive to junheng_app using (%s or id::text = %s)', v_not_self, v_self);
  execute format('create policy only_self on register.number_key as restrictive to junheng_app using (%s or person::text = %s)', v_not_self, v_self);
  execute format('create policy only_self on register.tie as restrictive to junheng_app using (%s or person::text = %s)', v_not_self, v_self);
  execute format('create policy only_self on register.fact as restrictive to junheng_app using (%s or subject::text = %s)', v_not_self, v_self);
  execute format('create policy only_self on register.fertility_fact as restrictive to junheng_app using (%s or subject::text = %s)', v_not_self, v_self);
  execute format('create policy only_self on register.health_fact as restrictive to junheng_app using (%s or subject::text = %s)', v_not_self, v_self);
  execute format('create policy only_self on register.household as restrictive to junheng_app using (%s)', v_not_self);
  execute format('create policy only_self on register.address_key as restrictive to junheng_app using (%s)', v_not_self);
  execute format('create policy only_self on register.identity_number as restrictive to junheng_app using (%s)', v_not_self);
  execute format('create policy only_self on register.action as restrictive to junheng_app using (%s)', v_not_self);
end $$;

-- The address of one's own household, for the page of one's own data.
create function access.own_home() returns table (id uuid, address text, township text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.id, h.address, h.township
  from register.tie t join register.household h on h.region = t.region and h.id = t.other
  where current_setting('app.purpose', true) = 'data-subject' and t.region = current_setting('app.regions', true)
    and h.region = current_setting('app.regions', true) and t.person::text = current_setting('app.self', true)
    and t.kind = 'membership' and upper_inf(t.valid)
$$;
revoke all on function access.own_home() from public;
grant execute on function access.own_home() to junheng_app;
