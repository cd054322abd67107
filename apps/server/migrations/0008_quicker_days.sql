-- Without a search path of its own the planner writes it into the query; with one it was called for every pair of rows.
create or replace function staff.today() returns date language sql stable as $$
  select (pg_catalog.now() at time zone 'Asia/Shanghai')::pg_catalog.date
$$;
alter function staff.today() reset all;

create index holding_by_post on staff.holding (region, post);
