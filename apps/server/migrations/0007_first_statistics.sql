-- What the planner should think of tables in which there is nobody yet: whoever is asked for is of this one county.
-- Without it the first import of many people is planned as if there were 200 counties, and every look-up by id reads the
-- whole county through whichever index begins with the region. Rows are put in, looked at and taken out again; what was
-- learnt of them stays until the first real ANALYZE. Their counties all differ, so that none is known as a frequent one.
do $$
declare
  v_table text;
  v_tables constant text[] := '{action,fact,fertility_fact,health_fact,sealed,person,household,number_key,address_key,tie}';
begin
  insert into register.action (region, id, kind, digest, actor, purpose, at, result)
    select (100000 + n)::text, gen_random_uuid(), 'none', '', gen_random_uuid(), 'none', now(), '{}'
    from generate_series(1, 300) n;
  insert into register.fact (region, id, subject, kind, value, valid, recorded_at, source, action)
    select region, gen_random_uuid(), gen_random_uuid(), 'none', '{}', '[2000-01-01,)', now(), 'import', id from register.action;
  insert into register.fertility_fact select * from register.fact;
  insert into register.health_fact select * from register.fact;
  insert into register.sealed (region, fact, kind, cipher) select region, id, 'none', '' from register.fact;
  insert into register.person (region, id, township, name, given_name, pinyin, given_pinyin, initials, birth_date)
    select region, id, region || '001', region, region, region, region, region, '2000-01-01' from register.fact;
  insert into register.household (region, id, township, kind, address)
    select region, id, township, 'none', name from register.person;
  insert into register.number_key (region, kind, hash, person)
    select region, 'phone', convert_to(name, 'UTF8'), id from register.person;
  insert into register.address_key (region, key, household) select region, name, id from register.person;
  insert into register.tie (region, fact, person, kind, role, other, other_region, valid)
    select region, id, gen_random_uuid(), 'none', 'none', gen_random_uuid(), region, '[2000-01-01,)' from register.fact;
  foreach v_table in array v_tables loop
    execute format('alter table register.%I alter column region set (n_distinct = 1)', v_table);
    execute format('analyze register.%I', v_table);
    execute format('alter table register.%I alter column region reset (n_distinct)', v_table);
  end loop;
  foreach v_table in array v_tables loop
    if v_table <> 'action' then execute format('delete from register.%I', v_table); end if;
  end loop;
  delete from register.action;
end $$;
