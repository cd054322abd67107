-- A resident proves a number of theirs: a phone by a code sent to it, or an identity number or a phone by an identity platform.
-- One look-up and one tie for both; written to the chain, because the app has no other way to look somebody up without a post.
drop function access.people_of_phone(text, bytea);
create function access.people_of_number(p_region text, p_kind text, p_hash bytea)
returns table (person uuid, name text, identity_cipher bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_kind not in ('phone', 'identity') then
    raise exception 'nobody is found by %', p_kind using errcode = 'JH400';
  end if;
  perform audit.append(p_region, 0, 'resident-lookup', null, null, 'data-subject', null, jsonb_build_object('by', p_kind));
  return query select p.id, p.name, s.cipher
    from register.number_key k
    join register.person p on p.region = k.region and p.id = k.person
    left join register.sealed s on s.region = k.region and s.fact = p.identity_fact
    where k.region = p_region and k.kind = p_kind and k.hash = p_hash and p.region = p_region and p.death_date is null
    order by p.id limit 20;
end $$;
revoke all on function access.people_of_number(text, text, bytea) from public;
grant execute on function access.people_of_number(text, text, bytea) to junheng_app;

-- Ties a sign-in to the person whose number it is, and returns whose sign-in it is: an earlier one of the same person stays.
-- Null where the number is not that person's.
drop function access.link_resident(text, uuid, uuid, bytea);
create function access.link_resident(p_region text, p_actor uuid, p_person uuid, p_kind text, p_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_actor uuid;
begin
  if p_kind not in ('phone', 'identity') or not exists (select from register.number_key k
      where k.region = p_region and k.kind = p_kind and k.hash = p_hash and k.person = p_person) then
    return null;
  end if;
  insert into access.resident as r (region, actor, person) values (p_region, p_actor, p_person)
    on conflict (region, person) do update set linked_at = now() returning r.actor into v_actor;
  perform audit.append(p_region, 0, 'resident-linked', v_actor, p_person, 'data-subject', null,
    jsonb_build_object('by', p_kind));
  return v_actor;
end $$;
revoke all on function access.link_resident(text, uuid, uuid, text, bytea) from public;
grant execute on function access.link_resident(text, uuid, uuid, text, bytea) to junheng_app;

-- How often an address has knocked, and how often a code was asked for a phone: shared by all programs of the service, and
-- still known after a restart. Keys are keyed hashes; the columns are those of the library that counts.
create table auth.rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limit_expired on auth.rate_limit (expire);
grant select, insert, update, delete on auth.rate_limit to junheng_app;
