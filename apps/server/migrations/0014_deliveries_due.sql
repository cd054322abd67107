-- What is due is looked for department by department: those that are left alone for a while are not even read.
drop index casework.delivery_due;
create index delivery_due on casework.delivery (region, department, next_at) where state = 'waiting';
