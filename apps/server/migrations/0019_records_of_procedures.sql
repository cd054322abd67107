-- What an item of a case tells the register is data of its procedure, whichever purpose that has: childcare and health
-- services write too, each under its own open case, which access.begin checks. `benefit` pays and writes nothing.
alter policy guard_write on register.action
  with check (region = any (string_to_array(current_setting('app.regions', true), ','))
    and current_setting('app.purpose', true) = any ('{registration,birth-service,childcare,health-service}')
    and actor::text = current_setting('app.actor', true)
    and current_setting('app.purpose', true) is distinct from 'data-subject');
