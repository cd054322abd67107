-- What narrows every other policy of a table is written into those policies. Citus copies policies to its workers and
-- forgets that one is restrictive: there it would be one more way in, and everybody would see everybody.
do $$
declare
  v_self record;
  v_other record;
begin
  for v_self in
    select p.polrelid, p.polname, p.polrelid::regclass::text as name, pg_get_expr(p.polqual, p.polrelid) as qual
    from pg_policy p where not p.polpermissive
  loop
    for v_other in
      select p.polname, pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as with_check
      from pg_policy p where p.polrelid = v_self.polrelid and p.polpermissive
    loop
      if v_other.qual is not null then
        execute format('alter policy %I on %s using ((%s) and (%s))', v_other.polname, v_self.name, v_other.qual, v_self.qual);
      end if;
      if v_other.with_check is not null then
        execute format('alter policy %I on %s with check ((%s) and (%s))', v_other.polname, v_self.name, v_other.with_check, v_self.qual);
      end if;
    end loop;
    execute format('drop policy %I on %s', v_self.polname, v_self.name);
  end loop;
end $$;
