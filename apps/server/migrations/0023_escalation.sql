-- To whom a late clock was handed up, by the clock's own rule, and on which day that was asked; null: no round has asked yet.
-- An action writes the rows anew, and the next round asks again.
alter table casework.waiting add column escalated_to text, add column escalated_on date;
create index waiting_escalated on casework.waiting (region, escalated_to, (coalesce(until, '9999-12-31'::date)), case_id, position)
  where escalated_to is not null;
