-- As in 0006, and what depends on the kind is worked out before the INSERT: Citus sends a statement with its values written
-- into it, and of `case 6 when 6` then only `case 6 when true` is left.
create or replace function staff.hold(
  p_region text, p_id uuid, p_post uuid, p_holder uuid, p_role text, p_valid daterange, p_by uuid
) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_post staff.post;
  v_kind staff.post_kind;
  v_townships text[] := '{*}';
  v_villages text[] := '{*}';
begin
  select * into strict v_post from staff.post p where p.region = p_region and p.id = p_post;
  select * into strict v_kind from staff.post_kind k where k.kind = v_post.kind;
  if length(v_post.area) <> v_kind.digits then
    raise exception 'a % is of a place of % digits', v_post.kind, v_kind.digits using errcode = 'JH400';
  end if;
  if v_kind.digits >= 9 then v_townships := array[left(v_post.area, 9)]; end if;
  if v_kind.digits = 12 then v_villages := array[v_post.area]; end if;
  insert into staff.holding (region, id, post, holder, role, valid, appointed_by)
    values (p_region, p_id, p_post, p_holder, p_role, p_valid, p_by);
  insert into access.post_grant (region, actor, post, townships, villages, purposes, fields, valid, post_id, holding)
    values (p_region, p_holder, p_id::text, v_townships, v_villages, v_kind.purposes, v_kind.fields, p_valid, p_post, p_id);
end $$;

-- As in 0006, in plpgsql: Citus plans no statement with parameters inside a function in plain SQL.
create or replace function staff.may(p_region text, p_actor uuid, p_ability text, p_post uuid) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_today constant date := staff.today();
begin
  return exists (select from staff.holding h
    join staff.post p on p.region = h.region and p.id = h.post
    join staff.post_kind k on k.kind = p.kind
    where h.region = p_region and p.region = p_region and h.holder = p_actor and h.valid @> v_today
      and (p.closed_on is null or p.closed_on > v_today)
      and p_ability = any (k.abilities) and (p_post is null or h.post = p_post));
end $$;

-- As in 0005, and the county is a value when the statement is planned: by current_setting() Citus would ask every county.
create or replace function access.own_home() returns table (id uuid, address text, township text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region constant text := current_setting('app.regions', true);
  v_self constant text := current_setting('app.self', true);
begin
  if current_setting('app.purpose', true) = 'data-subject' then
    return query select h.id, h.address, h.township
      from register.tie t join register.household h on h.region = t.region and h.id = t.other
      where t.region = v_region and h.region = v_region and t.person::text = v_self
        and t.kind = 'membership' and upper_inf(t.valid);
  end if;
end $$;

-- As in 0015, and the moment is a value: Citus lets an update after a conflict call no now().
create or replace function access.link_resident(p_region text, p_actor uuid, p_person uuid, p_kind text, p_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now constant timestamptz := now();
  v_actor uuid;
begin
  if p_kind not in ('phone', 'identity') or not exists (select from register.number_key k
      where k.region = p_region and k.kind = p_kind and k.hash = p_hash and k.person = p_person) then
    return null;
  end if;
  insert into access.resident as r (region, actor, person, linked_at) values (p_region, p_actor, p_person, v_now)
    on conflict (region, person) do update set linked_at = excluded.linked_at returning r.actor into v_actor;
  perform audit.append(p_region, 0, 'resident-linked', v_actor, p_person, 'data-subject', null,
    jsonb_build_object('by', p_kind));
  return v_actor;
end $$;

-- As in 0020, in plpgsql and with the county as a value, for the reasons above.
create or replace function staff.bereaved(p_people uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region constant text := current_setting('app.regions', true);
begin
  if current_setting('app.purpose', true) = 'registration' and current_setting('app.births', true) = 'open' then
    return query select t.other from register.tie t join register.person c on c.region = t.region and c.id = t.person
      where t.region = v_region and c.region = v_region and t.other = any (p_people) and t.kind in ('mother', 'father')
      group by t.other having bool_and(c.death_date is not null);
  end if;
end $$;
