-- What was answered of late is a small part of all that was ever done: the supervisor's overview asks for it by its days.
create index action_answered on casework.action (region, done_on) where kind = 'answer';
