-- Whom a family may turn to: the first filled post of an area, found without reading and sorting all its posts.
drop index staff.post_by_area;
create index post_by_area on staff.post (region, area, id);

-- How many cases are in which state: counted from the index alone, which holds what the policy asks of each row.
create index case_row_by_status on casework.case_row (region, status) include (township, village, people);
