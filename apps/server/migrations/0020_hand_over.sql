-- What one worker tells another, about somebody of another village of the same county: they know number and name, so nothing is
-- read to them. Answered by who serves that village or township.
create table staff.hand_over (
  region text collate "C" not null,
  id uuid not null,
  person uuid not null,
  township text collate "C" not null,
  village text collate "C",
  text text not null check (length(text) between 1 and 500),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text check (length(answer) between 1 and 500),
  primary key (region, id),
  check ((answered_by is null) = (answered_at is null) and (answered_by is null) = (answer is null))
);
create index hand_over_open on staff.hand_over (region, township) where answered_at is null;
create index hand_over_by_asker on staff.hand_over (region, asked_by, answered_at);
alter table staff.hand_over enable row level security;
create policy guard_read on staff.hand_over for select to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ','))
    and current_setting('app.purpose', true) = 'registration'
    and (asked_by::text = current_setting('app.actor', true)
      or ((current_setting('app.townships', true) = '*'
          or township = any (string_to_array(current_setting('app.townships', true), ',')))
        and (current_setting('app.villages', true) = '*'
          or village = any (string_to_array(current_setting('app.villages', true), ','))))));
create policy guard_answer on staff.hand_over for update to junheng_app
  using (region = any (string_to_array(current_setting('app.regions', true), ','))
    and current_setting('app.purpose', true) = 'registration' and answered_at is null
    and (current_setting('app.townships', true) = '*'
      or township = any (string_to_array(current_setting('app.townships', true), ',')))
    and (current_setting('app.villages', true) = '*'
      or village = any (string_to_array(current_setting('app.villages', true), ','))))
  with check (answered_by::text = current_setting('app.actor', true));
grant select, update (answered_by, answered_at, answer) on staff.hand_over to junheng_app;

-- The one way in: whoever may register, with the whole number (its keyed hash) and the name of somebody alive. Says whether it
-- went, and not where to: that somebody is on file is all that can be learned, by who knew number and name already.
create function staff.hand_over(p_id uuid, p_hash bytea, p_name text, p_text text, p_post text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post uuid := nullif(current_setting('app.post', true), '')::uuid;
  v_person uuid;
  v_township text;
  v_village text;
begin
  if v_region is null or v_actor is null or current_setting('app.purpose', true) <> 'registration'
      or not staff.may(v_region, v_actor, 'work', v_post) then
    raise exception 'handed over without a post that registers' using errcode = 'JH400';
  end if;
  select p.id, p.township, p.village into v_person, v_township, v_village
    from register.number_key k join register.person p on p.region = k.region and p.id = k.person
    where k.region = v_region and p.region = v_region and k.kind = 'identity' and k.hash = p_hash
      and p.name = p_name and p.death_date is null;
  if v_person is null then
    perform audit.append(v_region, 0, 'refused', v_actor, null, 'registration', null,
      jsonb_build_object('why', 'no-such-person', 'post', p_post));
    return false;
  end if;
  insert into staff.hand_over (region, id, person, township, village, text, asked_by, asked_at)
    values (v_region, p_id, v_person, v_township, v_village, p_text, v_actor, now());
  perform audit.append(v_region, 0, 'handed-over', v_actor, v_person, 'registration', null,
    jsonb_build_object('request', p_id, 'post', p_post));
  return true;
end $$;
revoke all on function staff.hand_over(uuid, bytea, text, text, text) from public;
grant execute on function staff.hand_over(uuid, bytea, text, text, text) to junheng_app;

-- Of these people, the parents all of whose children on file in this county have died: spoken to with care. The whole county is
-- asked, because a living child of another village would not be seen otherwise; nothing but the parent's id comes back.
create function staff.bereaved(p_people uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.other from register.tie t join register.person c on c.region = t.region and c.id = t.person
  where t.region = current_setting('app.regions', true) and c.region = current_setting('app.regions', true)
    and current_setting('app.purpose', true) = 'registration' and current_setting('app.births', true) = 'open'
    and t.other = any (p_people) and t.kind in ('mother', 'father')
  group by t.other having bool_and(c.death_date is not null)
$$;
revoke all on function staff.bereaved(uuid[]) from public;
grant execute on function staff.bereaved(uuid[]) to junheng_app;
