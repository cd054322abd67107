-- Written by apps/server/src/database/schema/generate.ts from a migrated database; do not edit.

-- tables and views
access.break_glass (region text collate "C" not null, id uuid not null, actor uuid not null, reason text not null, at timestamp with time zone not null default now(), reviewed_by uuid, reviewed_at timestamp with time zone, finding text, post uuid);
access.case_file (region text collate "C" not null, case_id text not null, purpose text not null, opened_on date not null, closed_on date, post uuid, about uuid, opened_by uuid);
access.post_grant (region text collate "C" not null, actor uuid not null, post text not null, townships text[] not null default '{*}'::text[], purposes text[] not null, fields text[] not null default '{}'::text[], villages text[] not null default '{*}'::text[], valid daterange not null default '(,)'::daterange, post_id uuid, holding uuid);
access.purpose (purpose text not null, categories text[] not null, needs_case boolean not null, forbidden boolean not null);
access.resident (region text collate "C" not null, actor uuid not null, person uuid not null, linked_at timestamp with time zone not null default now());
audit.chain_head (region text collate "C" not null, chain smallint not null, seq bigint not null, hash bytea not null);
audit.entry (region text collate "C" not null, chain smallint not null, seq bigint not null, at timestamp with time zone not null, kind text not null, actor uuid, subject uuid, purpose text, case_id text, body text not null, hash bytea not null);
auth.account (id uuid not null default gen_random_uuid(), account_id text not null, provider_id text not null, user_id uuid not null, access_token text, refresh_token text, id_token text, access_token_expires_at timestamp with time zone, refresh_token_expires_at timestamp with time zone, scope text, password text, created_at timestamp with time zone not null default now(), updated_at timestamp with time zone not null default now());
auth.failure (subject text not null, failures integer not null, last_at timestamp with time zone not null, locked_until timestamp with time zone);
auth.one_time_code (phone_hash text not null, code_hash text not null, tries integer not null default 0, sent_at timestamp with time zone not null, expires_at timestamp with time zone not null);
auth.rate_limit (key text not null, points integer not null default 0, expire bigint);
auth.session (id uuid not null default gen_random_uuid(), user_id uuid not null, token text not null, expires_at timestamp with time zone not null, ip_address text, user_agent text, created_at timestamp with time zone not null default now(), updated_at timestamp with time zone not null default now(), method text not null default 'password'::text, active_post uuid);
auth.two_factor (id uuid not null default gen_random_uuid(), secret text not null, backup_codes text not null, user_id uuid not null, verified boolean not null default false, failed_verification_count integer not null default 0, locked_until timestamp with time zone);
auth.used_code (user_id uuid not null, digest text not null, used_at timestamp with time zone not null);
auth.user (id uuid not null default gen_random_uuid(), name text not null, email text not null, email_verified boolean not null default false, image text, created_at timestamp with time zone not null default now(), updated_at timestamp with time zone not null default now(), username text, display_username text, two_factor_enabled boolean not null default false, kind text not null, region text collate "C" not null, phone_hash text, phone_masked text);
auth.verification (id uuid not null default gen_random_uuid(), identifier text not null, value text not null, expires_at timestamp with time zone not null, created_at timestamp with time zone not null default now(), updated_at timestamp with time zone not null default now());
casework.action (region text collate "C" not null, case_id uuid not null, seq integer not null, id text not null, kind text not null, item text, unit text not null, actor uuid not null, done_on date not null, recorded_at timestamp with time zone not null, body bytea not null);
casework.answer_seen (region text collate "C" not null, id uuid not null, delivery uuid not null, case_id uuid not null, item text not null, sequence integer not null, outcome text not null, taken text not null, at timestamp with time zone not null);
casework.birth_key (region text collate "C" not null, key bytea not null, case_id uuid not null, mother bytea not null);
casework.case_key (region text collate "C" not null, key bytea not null, case_id uuid not null);
casework.case_row (region text collate "C" not null, id uuid not null, number text collate "C" not null, procedure text not null, version_from date, subject uuid, people text[] not null, township text collate "C", village text collate "C", office text, opened_on date not null, ended_on date, status text not null, seq integer not null, state bytea not null);
casework.circuit (region text collate "C" not null, department text not null, failures integer not null, open_until timestamp with time zone);
casework.counter (region text collate "C" not null, year integer not null, last integer not null);
casework.delivery (region text collate "C" not null, id uuid not null, case_id uuid not null, case_seq integer not null, item text not null, department text not null, kind text not null, state text not null, attempts integer not null default 0, next_at timestamp with time zone, last_error text, reference text, created_at timestamp with time zone not null, sent_at timestamp with time zone, body bytea not null);
casework.document (region text collate "C" not null, id uuid not null, case_id uuid not null, people text[] not null, item text, paper text, type text not null, bytes integer not null, sha256 bytea not null, uploaded_by uuid not null, uploaded_at timestamp with time zone not null, content bytea not null);
casework.family_notice (region text collate "C" not null, id uuid not null, case_id uuid not null, topic text not null, body jsonb not null, created_at timestamp with time zone not null, state text not null, about text, why text, attempts integer not null default 0, next_at timestamp with time zone, told text, told_at timestamp with time zone, last_error text);
casework.followed (region text collate "C" not null, case_id uuid not null, reason text not null, followed_at timestamp with time zone not null);
casework.notice (region text collate "C" not null, id uuid not null, digest bytea not null, case_id uuid not null, actor uuid not null, at timestamp with time zone not null);
casework.notices_read (region text collate "C" not null, at timestamp with time zone not null, message uuid not null);
casework.party (region text collate "C" not null, person uuid not null, case_id uuid not null, role text not null);
casework.waiting (region text collate "C" not null, case_id uuid not null, position integer not null, item text, unit text not null, office text, officer text, township text collate "C", village text collate "C", what text not null, names text[] not null, until date, since date not null, escalated_to text, escalated_on date);
payment.bank_answer (region text collate "C" not null, batch uuid not null, digest bytea not null, actor uuid not null, at timestamp with time zone not null, paid integer not null, returned integer not null);
payment.batch (region text collate "C" not null, id uuid not null, number text collate "C" not null, state text not null, prepared_by uuid not null, prepared_on date not null, prepared_at timestamp with time zone not null, approved_by uuid, approved_on date, lines integer not null, total_fen bigint not null);
payment.batch_line (region text collate "C" not null, batch uuid not null, line integer not null, claim uuid not null, people text[] not null, fen bigint not null, parts jsonb not null, state text not null, answered_on date, reason text, payee bytea not null);
payment.claim (region text collate "C" not null, id uuid not null, benefit text collate "C" not null, subject uuid not null, period text collate "C" not null, applicant uuid, people text[] not null, township text collate "C", village text collate "C", origin text not null, birth_case uuid, opened_on date not null, decided text not null default 'no'::text, decisions integer not null default 0, asked_account boolean not null default false, due_fen bigint not null default 0, held_fen bigint not null default 0, on_way_fen bigint not null default 0, facts bytea not null, looked_at timestamp with time zone, look text);
payment.counter (region text collate "C" not null, year integer not null, last integer not null);
payment.decision (region text collate "C" not null, claim uuid not null, seq integer not null, id text not null, kind text not null, as_of date not null, rules text not null, rule_version text not null, deviates boolean not null, due jsonb not null, ground text, actor uuid not null, second uuid, people text[] not null, decided_at timestamp with time zone not null, basis bytea not null, after_payment boolean not null default false);
payment.followed (region text collate "C" not null, at timestamp with time zone not null, message uuid not null);
payment.ledger (region text collate "C" not null, id uuid not null, claim uuid not null, people text[] not null, kind text not null, period text not null, fen bigint not null, batch uuid, line integer, moved_on date not null, actor uuid not null, recorded_at timestamp with time zone not null, words text);
payment.offered (region text collate "C" not null, birth_case uuid not null, seq integer not null);
register.action (region text collate "C" not null, id uuid not null, kind text not null, digest bytea not null, actor uuid not null, purpose text not null, case_id text, at timestamp with time zone not null, result jsonb not null);
register.address_key (region text collate "C" not null, key text collate "C" not null, household uuid not null);
register.fact (region text collate "C" not null, id uuid not null, subject uuid not null, kind text not null, object uuid, object_region text collate "C", value jsonb, valid daterange not null, recorded_at timestamp with time zone not null, source text not null, reference text, corrects uuid, reason text, action uuid not null);
register.fertility_fact (region text collate "C" not null, id uuid not null, subject uuid not null, kind text not null, object uuid, object_region text collate "C", value jsonb, valid daterange not null, recorded_at timestamp with time zone not null, source text not null, reference text, corrects uuid, reason text, action uuid not null);
register.health_fact (region text collate "C" not null, id uuid not null, subject uuid not null, kind text not null, object uuid, object_region text collate "C", value jsonb, valid daterange not null, recorded_at timestamp with time zone not null, source text not null, reference text, corrects uuid, reason text, action uuid not null);
register.household (region text collate "C" not null, id uuid not null, township text collate "C" not null, kind text not null, address text not null, village text collate "C");
register.identity_number (hash bytea not null, region text collate "C" not null, person uuid not null);
register.number_key (region text collate "C" not null, kind text not null, hash bytea not null, person uuid not null);
register.outbox (region text collate "C" not null, id uuid not null, topic text not null, body jsonb not null, created_at timestamp with time zone not null, delivered_at timestamp with time zone, attempts integer not null default 0);
register.person (region text collate "C" not null, id uuid not null, township text collate "C" not null, name text collate "C" not null, given_name text collate "C" not null, pinyin text collate "C" not null, given_pinyin text collate "C" not null, initials text collate "C" not null, sex text, birth_date date not null, death_date date, ethnicity text, identity_masked text, identity_fact uuid, phone_masked text, phone_fact uuid, village text collate "C");
register.person_page view (region text collate "C", id uuid, township text collate "C", name text collate "C", sex text, birth_date date, death_date date, ethnicity text, identity_masked text, phone_masked text, identity_cipher bytea, phone_cipher bytea, village text collate "C");
register.sealed (region text collate "C" not null, fact uuid not null, kind text not null, cipher bytea not null);
register.tie (region text collate "C" not null, fact uuid not null, person uuid not null, kind text not null, role text not null, other uuid not null, other_region text collate "C" not null, valid daterange not null);
staff.correction_request (region text collate "C" not null, id uuid not null, person uuid not null, township text collate "C" not null, village text collate "C", fact uuid, text text not null, asked_by uuid not null, asked_at timestamp with time zone not null, answered_by uuid, answered_at timestamp with time zone, answer text);
staff.hand_over (region text collate "C" not null, id uuid not null, person uuid not null, township text collate "C" not null, village text collate "C", text text not null, asked_by uuid not null, asked_at timestamp with time zone not null, answered_by uuid, answered_at timestamp with time zone, answer text);
staff.holding (region text collate "C" not null, id uuid not null, post uuid not null, holder uuid not null, role text not null, valid daterange not null, appointed_by uuid, appointed_at timestamp with time zone not null default now());
staff.place (region text collate "C" not null, code text collate "C" not null, parent text collate "C", name_zh text not null, name_en text not null);
staff.post (region text collate "C" not null, id uuid not null, kind text not null, unit uuid not null, area text collate "C" not null, opened_on date not null, closed_on date);
staff.post_kind (kind text not null, digits integer not null, purposes text[] not null, fields text[] not null, abilities text[] not null);
staff.unit (region text collate "C" not null, id uuid not null, parent uuid, area text collate "C" not null, name_zh text not null, name_en text not null);

-- constraints
access.break_glass: CHECK ((((reviewed_by IS NULL) = (reviewed_at IS NULL)) AND ((reviewed_by IS NULL) = (finding IS NULL))));
access.break_glass: CHECK ((length(reason) >= 10));
access.break_glass: CHECK ((reviewed_by IS DISTINCT FROM actor));
access.break_glass: PRIMARY KEY (region, id);
access.case_file: CHECK ((case_id ~ '^[A-Za-z0-9-]{1,64}$'::text));
access.case_file: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
access.case_file: PRIMARY KEY (region, case_id);
access.post_grant: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
access.post_grant: PRIMARY KEY (region, actor, post);
access.purpose: PRIMARY KEY (purpose);
access.resident: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
access.resident: PRIMARY KEY (region, actor);
access.resident: UNIQUE (region, person);
audit.chain_head: CHECK (((chain >= 0) AND (chain <= 32)));
audit.chain_head: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
audit.chain_head: PRIMARY KEY (region, chain);
audit.entry: PRIMARY KEY (region, chain, seq);
auth.account: FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;
auth.account: PRIMARY KEY (id);
auth.account: UNIQUE (provider_id, account_id);
auth.failure: PRIMARY KEY (subject);
auth.one_time_code: PRIMARY KEY (phone_hash);
auth.rate_limit: PRIMARY KEY (key);
auth.session: CHECK ((method = ANY (ARRAY['password'::text, 'oidc'::text, 'sms'::text, 'demo'::text])));
auth.session: FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;
auth.session: PRIMARY KEY (id);
auth.session: UNIQUE (token);
auth.two_factor: FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;
auth.two_factor: PRIMARY KEY (id);
auth.used_code: FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;
auth.used_code: PRIMARY KEY (user_id, digest);
auth.user: CHECK ((kind = ANY (ARRAY['staff'::text, 'resident'::text])));
auth.user: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
auth.user: CHECK ((username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'::text));
auth.user: PRIMARY KEY (id);
auth.user: UNIQUE (email);
auth.user: UNIQUE (phone_hash);
auth.user: UNIQUE (username);
auth.verification: PRIMARY KEY (id);
casework.action: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.action: PRIMARY KEY (region, case_id, seq);
casework.action: UNIQUE (region, case_id, id);
casework.answer_seen: CHECK ((taken = ANY (ARRAY['applied'::text, 'noted'::text, 'stale'::text])));
casework.answer_seen: PRIMARY KEY (region, id);
casework.birth_key: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.birth_key: PRIMARY KEY (region, key);
casework.case_key: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.case_key: PRIMARY KEY (region, key);
casework.case_row: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
casework.case_row: CHECK ((seq > 0));
casework.case_row: PRIMARY KEY (region, id);
casework.case_row: UNIQUE (region, number);
casework.circuit: PRIMARY KEY (region, department);
casework.counter: PRIMARY KEY (region, year);
casework.delivery: CHECK ((kind = ANY (ARRAY['deliver'::text, 'correct'::text, 'cancel'::text])));
casework.delivery: CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'accepted'::text, 'done'::text, 'refused'::text, 'needs-more'::text, 'cancelled'::text, 'dead'::text])));
casework.delivery: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.delivery: PRIMARY KEY (region, id);
casework.document: CHECK ((bytes > 0));
casework.document: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.document: PRIMARY KEY (region, id);
casework.family_notice: CHECK ((((state = 'waiting'::text) = (next_at IS NOT NULL)) AND ((state = 'silent'::text) = (why IS NOT NULL))));
casework.family_notice: CHECK ((about = ANY (ARRAY['offer'::text, 'asked'::text, 'refused'::text, 'clock-soon'::text, 'clock-ended'::text, 'done'::text, 'paid'::text, 'pay-back'::text])));
casework.family_notice: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
casework.family_notice: CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'silent'::text, 'failed'::text])));
casework.family_notice: CHECK ((topic = ANY (ARRAY['case'::text, 'clock'::text, 'claim'::text])));
casework.family_notice: CHECK ((why = ANY (ARRAY['loss'::text, 'no-phone'::text, 'nothing-to-tell'::text, 'told-already'::text, 'too-late'::text])));
casework.family_notice: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.family_notice: PRIMARY KEY (region, id);
casework.followed: CHECK ((reason = ANY (ARRAY['death'::text, 'moved-away'::text])));
casework.followed: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
casework.followed: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.followed: PRIMARY KEY (region, case_id, reason);
casework.notice: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.notice: PRIMARY KEY (region, id);
casework.notices_read: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
casework.notices_read: PRIMARY KEY (region);
casework.party: CHECK ((role = ANY (ARRAY['mother'::text, 'father'::text, 'child'::text, 'guardian'::text, 'applicant'::text])));
casework.party: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.party: PRIMARY KEY (region, person, case_id, role);
casework.waiting: FOREIGN KEY (region, case_id) REFERENCES casework.case_row(region, id);
casework.waiting: PRIMARY KEY (region, case_id, "position");
payment.bank_answer: FOREIGN KEY (region, batch) REFERENCES payment.batch(region, id);
payment.bank_answer: PRIMARY KEY (region, batch, digest);
payment.batch: CHECK ((((state = 'approved'::text) = (approved_by IS NOT NULL)) AND ((approved_by IS NULL) = (approved_on IS NULL))));
payment.batch: CHECK ((approved_by IS DISTINCT FROM prepared_by));
payment.batch: CHECK ((lines > 0));
payment.batch: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
payment.batch: CHECK ((state = ANY (ARRAY['prepared'::text, 'approved'::text, 'given-up'::text])));
payment.batch: CHECK ((total_fen > 0));
payment.batch: PRIMARY KEY (region, id);
payment.batch: UNIQUE (region, number);
payment.batch_line: CHECK (((state = ANY (ARRAY['paid'::text, 'returned'::text])) = (answered_on IS NOT NULL)));
payment.batch_line: CHECK ((fen > 0));
payment.batch_line: CHECK ((line > 0));
payment.batch_line: CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'returned'::text, 'given-up'::text])));
payment.batch_line: FOREIGN KEY (region, batch) REFERENCES payment.batch(region, id);
payment.batch_line: FOREIGN KEY (region, claim) REFERENCES payment.claim(region, id);
payment.batch_line: PRIMARY KEY (region, batch, line);
payment.claim: CHECK ((benefit ~ '^[a-z0-9-]{1,80}$'::text));
payment.claim: CHECK ((decided = ANY (ARRAY['no'::text, 'proposed'::text, 'confirmed'::text, 'refused'::text, 'again'::text])));
payment.claim: CHECK ((due_fen >= 0));
payment.claim: CHECK ((look = ANY (ARRAY['comes-back'::text, 'facts-missing'::text, 'no-rule'::text, 'contradicts'::text, 'decided-by-people'::text, 'now-due'::text])));
payment.claim: CHECK ((on_way_fen >= 0));
payment.claim: CHECK ((origin = ANY (ARRAY['offer'::text, 'family'::text, 'officer'::text])));
payment.claim: CHECK ((period ~ '^(once|[0-9]{4})$'::text));
payment.claim: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
payment.claim: FOREIGN KEY (region, id) REFERENCES casework.case_row(region, id);
payment.claim: PRIMARY KEY (region, id);
payment.claim: UNIQUE (region, benefit, subject, period);
payment.counter: PRIMARY KEY (region, year);
payment.decision: CHECK (((kind <> ALL (ARRAY['confirmed'::text, 'refused'::text])) OR (NOT after_payment) OR (second IS NOT NULL)));
payment.decision: CHECK (((kind = ANY (ARRAY['checked'::text, 'proposed'::text, 'declined'::text])) OR (NOT deviates) OR (second IS NOT NULL)));
payment.decision: CHECK ((kind = ANY (ARRAY['checked'::text, 'proposed'::text, 'declined'::text, 'confirmed'::text, 'refused'::text, 'recomputed'::text, 'reopened'::text, 'objection-denied'::text, 'kept'::text])));
payment.decision: CHECK ((rules = ANY (ARRAY['eligible'::text, 'ineligible'::text, 'incomplete'::text])));
payment.decision: CHECK ((second IS DISTINCT FROM actor));
payment.decision: CHECK ((seq > 0));
payment.decision: FOREIGN KEY (region, claim) REFERENCES payment.claim(region, id);
payment.decision: PRIMARY KEY (region, claim, seq);
payment.decision: UNIQUE (region, claim, id);
payment.followed: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
payment.followed: PRIMARY KEY (region);
payment.ledger: CHECK (
CASE kind
    WHEN 'payment'::text THEN (fen > 0)
    WHEN 'return'::text THEN true
    ELSE (fen < 0)
END);
payment.ledger: CHECK ((((batch IS NULL) = (kind = 'repayment'::text)) AND ((batch IS NULL) = (line IS NULL))));
payment.ledger: CHECK ((fen <> 0));
payment.ledger: CHECK ((kind = ANY (ARRAY['payment'::text, 'set-off'::text, 'return'::text, 'repayment'::text])));
payment.ledger: FOREIGN KEY (region, batch, line) REFERENCES payment.batch_line(region, batch, line);
payment.ledger: FOREIGN KEY (region, claim) REFERENCES payment.claim(region, id);
payment.ledger: PRIMARY KEY (region, id);
payment.offered: FOREIGN KEY (region, birth_case) REFERENCES casework.case_row(region, id);
payment.offered: PRIMARY KEY (region, birth_case);
register.action: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
register.action: PRIMARY KEY (region, id);
register.address_key: PRIMARY KEY (region, key, household);
register.fact: CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)));
register.fact: CHECK (((corrects IS NULL) = (reason IS NULL)));
register.fact: CHECK (((object IS NULL) = (object_region IS NULL)));
register.fact: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
register.fact: FOREIGN KEY (region, action) REFERENCES register.action(region, id);
register.fact: PRIMARY KEY (region, id);
register.fertility_fact: CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)));
register.fertility_fact: CHECK (((corrects IS NULL) = (reason IS NULL)));
register.fertility_fact: CHECK (((object IS NULL) = (object_region IS NULL)));
register.fertility_fact: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
register.fertility_fact: FOREIGN KEY (region, action) REFERENCES register.action(region, id);
register.fertility_fact: PRIMARY KEY (region, id);
register.health_fact: CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)));
register.health_fact: CHECK (((corrects IS NULL) = (reason IS NULL)));
register.health_fact: CHECK (((object IS NULL) = (object_region IS NULL)));
register.health_fact: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
register.health_fact: FOREIGN KEY (region, action) REFERENCES register.action(region, id);
register.health_fact: PRIMARY KEY (region, id);
register.household: CHECK (((village IS NULL) OR ((village ~ '^[1-9][0-9]{11}$'::text) AND ("left"(village, 9) = township))));
register.household: PRIMARY KEY (region, id);
register.identity_number: PRIMARY KEY (hash);
register.number_key: PRIMARY KEY (region, kind, hash, person);
register.outbox: PRIMARY KEY (region, id);
register.person: CHECK (((village IS NULL) OR ((village ~ '^[1-9][0-9]{11}$'::text) AND ("left"(village, 9) = township))));
register.person: PRIMARY KEY (region, id);
register.sealed: PRIMARY KEY (region, fact);
register.tie: PRIMARY KEY (region, fact);
staff.correction_request: CHECK ((((answered_by IS NULL) = (answered_at IS NULL)) AND ((answered_by IS NULL) = (answer IS NULL))));
staff.correction_request: CHECK (((length(answer) >= 1) AND (length(answer) <= 500)));
staff.correction_request: CHECK (((length(text) >= 1) AND (length(text) <= 500)));
staff.correction_request: PRIMARY KEY (region, id);
staff.hand_over: CHECK ((((answered_by IS NULL) = (answered_at IS NULL)) AND ((answered_by IS NULL) = (answer IS NULL))));
staff.hand_over: CHECK (((length(answer) >= 1) AND (length(answer) <= 500)));
staff.hand_over: CHECK (((length(text) >= 1) AND (length(text) <= 500)));
staff.hand_over: PRIMARY KEY (region, id);
staff.holding: CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)));
staff.holding: CHECK (((role = 'holder'::text) OR (NOT upper_inf(valid))));
staff.holding: CHECK ((role = ANY (ARRAY['holder'::text, 'substitute'::text])));
staff.holding: EXCLUDE USING gist (region WITH =, post WITH =, role WITH =, valid WITH &&);
staff.holding: FOREIGN KEY (region, post) REFERENCES staff.post(region, id);
staff.holding: PRIMARY KEY (region, id);
staff.place: CHECK (
CASE length(code)
    WHEN 6 THEN (parent IS NULL)
    WHEN 9 THEN (parent = region)
    ELSE (parent = "left"(code, 9))
END);
staff.place: CHECK (((code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'::text) AND ("left"(code, 6) = region)));
staff.place: CHECK ((region ~ '^[1-9][0-9]{5}$'::text));
staff.place: FOREIGN KEY (region, parent) REFERENCES staff.place(region, code) DEFERRABLE;
staff.place: PRIMARY KEY (region, code);
staff.post: FOREIGN KEY (region, area) REFERENCES staff.place(region, code);
staff.post: FOREIGN KEY (region, unit) REFERENCES staff.unit(region, id);
staff.post: PRIMARY KEY (region, id);
staff.post_kind: CHECK ((digits = ANY (ARRAY[6, 9, 12])));
staff.post_kind: PRIMARY KEY (kind);
staff.unit: FOREIGN KEY (region, area) REFERENCES staff.place(region, code);
staff.unit: FOREIGN KEY (region, parent) REFERENCES staff.unit(region, id) DEFERRABLE;
staff.unit: PRIMARY KEY (region, id);

-- indexes
CREATE INDEX account_by_user ON auth.account USING btree (user_id);
CREATE INDEX action_answered ON casework.action USING btree (region, done_on) WHERE (kind = 'answer'::text);
CREATE INDEX address_key_by_household ON register.address_key USING btree (region, household);
CREATE INDEX answer_seen_by_item ON casework.answer_seen USING btree (region, case_id, item);
CREATE INDEX batch_by_day ON payment.batch USING btree (region, prepared_on DESC, number DESC);
CREATE INDEX batch_line_by_claim ON payment.batch_line USING btree (region, claim);
CREATE INDEX case_file_open ON access.case_file USING btree (region, post) WHERE (closed_on IS NULL);
CREATE INDEX case_row_by_opening ON casework.case_row USING btree (region, opened_on, id);
CREATE INDEX case_row_by_status ON casework.case_row USING btree (region, status) INCLUDE (township, village, people);
CREATE INDEX case_row_by_subject ON casework.case_row USING btree (region, subject) WHERE (subject IS NOT NULL);
CREATE INDEX claim_by_day ON payment.claim USING btree (region, opened_on DESC, id);
CREATE INDEX claim_to_look ON payment.claim USING btree (region, looked_at, id) WHERE (decided = ANY (ARRAY['confirmed'::text, 'refused'::text]));
CREATE INDEX claim_to_pay ON payment.claim USING btree (region, id) WHERE ((decided = ANY (ARRAY['confirmed'::text, 'refused'::text])) AND (due_fen <> (held_fen + on_way_fen)));
CREATE INDEX correction_request_by_person ON staff.correction_request USING btree (region, person);
CREATE INDEX correction_request_open ON staff.correction_request USING btree (region, township) WHERE (answered_at IS NULL);
CREATE INDEX delivery_by_department ON casework.delivery USING btree (region, department, created_at);
CREATE INDEX delivery_by_item ON casework.delivery USING btree (region, case_id, item, case_seq);
CREATE INDEX delivery_dead ON casework.delivery USING btree (region, created_at) WHERE (state = 'dead'::text);
CREATE INDEX delivery_due ON casework.delivery USING btree (region, department, next_at) WHERE (state = 'waiting'::text);
CREATE INDEX document_by_case ON casework.document USING btree (region, case_id, uploaded_at);
CREATE INDEX entry_by_actor ON audit.entry USING btree (region, actor, at);
CREATE INDEX entry_by_subject ON audit.entry USING btree (region, subject, at) WHERE (subject IS NOT NULL);
CREATE INDEX entry_by_time ON audit.entry USING btree (region, at);
CREATE INDEX fact_by_subject ON register.fact USING btree (region, subject);
CREATE INDEX family_notice_due ON casework.family_notice USING btree (region, next_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX family_notice_told ON casework.family_notice USING btree (region, told, told_at) WHERE (told IS NOT NULL);
CREATE INDEX fertility_fact_by_subject ON register.fertility_fact USING btree (region, subject);
CREATE INDEX hand_over_by_asker ON staff.hand_over USING btree (region, asked_by, answered_at);
CREATE INDEX hand_over_open ON staff.hand_over USING btree (region, township) WHERE (answered_at IS NULL);
CREATE INDEX health_fact_by_subject ON register.health_fact USING btree (region, subject);
CREATE INDEX holding_by_holder ON staff.holding USING btree (region, holder);
CREATE INDEX holding_by_post ON staff.holding USING btree (region, post);
CREATE INDEX ledger_by_claim ON payment.ledger USING btree (region, claim);
CREATE INDEX number_key_by_person ON register.number_key USING btree (region, person);
CREATE INDEX one_at_a_time ON staff.holding USING gist (region, post, role, valid);
CREATE INDEX outbox_by_time ON register.outbox USING btree (region, created_at, id);
CREATE INDEX party_by_case ON casework.party USING btree (region, case_id);
CREATE INDEX person_by_given_name ON register.person USING btree (region, given_name);
CREATE INDEX person_by_given_pinyin ON register.person USING btree (region, given_pinyin);
CREATE INDEX person_by_initials ON register.person USING btree (region, initials);
CREATE INDEX person_by_name ON register.person USING btree (region, name);
CREATE INDEX person_by_pinyin ON register.person USING btree (region, pinyin);
CREATE INDEX person_by_place ON register.person USING btree (region, township, village);
CREATE INDEX person_gone ON register.person USING btree (region, id) WHERE ((death_date IS NOT NULL) OR (township = ''::text));
CREATE INDEX place_by_parent ON staff.place USING btree (region, parent);
CREATE INDEX post_by_area ON staff.post USING btree (region, area, id);
CREATE INDEX rate_limit_expired ON auth.rate_limit USING btree (expire);
CREATE INDEX session_by_user ON auth.session USING btree (user_id);
CREATE INDEX tie_by_other ON register.tie USING btree (region, other);
CREATE INDEX tie_by_person ON register.tie USING btree (region, person);
CREATE INDEX two_factor_by_user ON auth.two_factor USING btree (user_id);
CREATE INDEX verification_by_identifier ON auth.verification USING btree (identifier);
CREATE INDEX waiting_by_day ON casework.waiting USING btree (region, until) WHERE (until IS NOT NULL);
CREATE INDEX waiting_by_urgency ON casework.waiting USING btree (region, unit, COALESCE(until, '9999-12-31'::date), case_id, "position");
CREATE INDEX waiting_escalated ON casework.waiting USING btree (region, escalated_to, COALESCE(until, '9999-12-31'::date), case_id, "position") WHERE (escalated_to IS NOT NULL);
CREATE UNIQUE INDEX account_pkey ON auth.account USING btree (id);
CREATE UNIQUE INDEX account_provider_id_account_id_key ON auth.account USING btree (provider_id, account_id);
CREATE UNIQUE INDEX action_pkey ON casework.action USING btree (region, case_id, seq);
CREATE UNIQUE INDEX action_pkey ON register.action USING btree (region, id);
CREATE UNIQUE INDEX action_region_case_id_id_key ON casework.action USING btree (region, case_id, id);
CREATE UNIQUE INDEX address_key_pkey ON register.address_key USING btree (region, key, household);
CREATE UNIQUE INDEX answer_seen_pkey ON casework.answer_seen USING btree (region, id);
CREATE UNIQUE INDEX bank_answer_pkey ON payment.bank_answer USING btree (region, batch, digest);
CREATE UNIQUE INDEX batch_line_pkey ON payment.batch_line USING btree (region, batch, line);
CREATE UNIQUE INDEX batch_pkey ON payment.batch USING btree (region, id);
CREATE UNIQUE INDEX batch_region_number_key ON payment.batch USING btree (region, number);
CREATE UNIQUE INDEX birth_key_pkey ON casework.birth_key USING btree (region, key);
CREATE UNIQUE INDEX break_glass_pkey ON access.break_glass USING btree (region, id);
CREATE UNIQUE INDEX case_file_pkey ON access.case_file USING btree (region, case_id);
CREATE UNIQUE INDEX case_key_pkey ON casework.case_key USING btree (region, key);
CREATE UNIQUE INDEX case_row_pkey ON casework.case_row USING btree (region, id);
CREATE UNIQUE INDEX case_row_region_number_key ON casework.case_row USING btree (region, number);
CREATE UNIQUE INDEX chain_head_pkey ON audit.chain_head USING btree (region, chain);
CREATE UNIQUE INDEX circuit_pkey ON casework.circuit USING btree (region, department);
CREATE UNIQUE INDEX claim_pkey ON payment.claim USING btree (region, id);
CREATE UNIQUE INDEX claim_region_benefit_subject_period_key ON payment.claim USING btree (region, benefit, subject, period);
CREATE UNIQUE INDEX correction_request_pkey ON staff.correction_request USING btree (region, id);
CREATE UNIQUE INDEX counter_pkey ON casework.counter USING btree (region, year);
CREATE UNIQUE INDEX counter_pkey ON payment.counter USING btree (region, year);
CREATE UNIQUE INDEX decision_pkey ON payment.decision USING btree (region, claim, seq);
CREATE UNIQUE INDEX decision_region_claim_id_key ON payment.decision USING btree (region, claim, id);
CREATE UNIQUE INDEX delivery_pkey ON casework.delivery USING btree (region, id);
CREATE UNIQUE INDEX document_pkey ON casework.document USING btree (region, id);
CREATE UNIQUE INDEX entry_pkey ON audit.entry USING btree (region, chain, seq);
CREATE UNIQUE INDEX fact_corrected_once ON register.fact USING btree (region, corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX fact_pkey ON register.fact USING btree (region, id);
CREATE UNIQUE INDEX failure_pkey ON auth.failure USING btree (subject);
CREATE UNIQUE INDEX family_notice_pkey ON casework.family_notice USING btree (region, id);
CREATE UNIQUE INDEX fertility_fact_corrected_once ON register.fertility_fact USING btree (region, corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX fertility_fact_pkey ON register.fertility_fact USING btree (region, id);
CREATE UNIQUE INDEX followed_pkey ON casework.followed USING btree (region, case_id, reason);
CREATE UNIQUE INDEX followed_pkey ON payment.followed USING btree (region);
CREATE UNIQUE INDEX hand_over_pkey ON staff.hand_over USING btree (region, id);
CREATE UNIQUE INDEX health_fact_corrected_once ON register.health_fact USING btree (region, corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX health_fact_pkey ON register.health_fact USING btree (region, id);
CREATE UNIQUE INDEX holding_pkey ON staff.holding USING btree (region, id);
CREATE UNIQUE INDEX household_pkey ON register.household USING btree (region, id);
CREATE UNIQUE INDEX identity_number_pkey ON register.identity_number USING btree (hash);
CREATE UNIQUE INDEX ledger_once ON payment.ledger USING btree (region, batch, line, period, ((kind = 'return'::text))) WHERE (batch IS NOT NULL);
CREATE UNIQUE INDEX ledger_pkey ON payment.ledger USING btree (region, id);
CREATE UNIQUE INDEX notice_pkey ON casework.notice USING btree (region, id);
CREATE UNIQUE INDEX notices_read_pkey ON casework.notices_read USING btree (region);
CREATE UNIQUE INDEX number_key_pkey ON register.number_key USING btree (region, kind, hash, person);
CREATE UNIQUE INDEX offered_pkey ON payment.offered USING btree (region, birth_case);
CREATE UNIQUE INDEX one_open_line ON payment.batch_line USING btree (region, claim) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX one_time_code_pkey ON auth.one_time_code USING btree (phone_hash);
CREATE UNIQUE INDEX outbox_pkey ON register.outbox USING btree (region, id);
CREATE UNIQUE INDEX party_pkey ON casework.party USING btree (region, person, case_id, role);
CREATE UNIQUE INDEX person_pkey ON register.person USING btree (region, id);
CREATE UNIQUE INDEX place_pkey ON staff.place USING btree (region, code);
CREATE UNIQUE INDEX post_grant_by_holding ON access.post_grant USING btree (region, holding) WHERE (holding IS NOT NULL);
CREATE UNIQUE INDEX post_grant_pkey ON access.post_grant USING btree (region, actor, post);
CREATE UNIQUE INDEX post_kind_pkey ON staff.post_kind USING btree (kind);
CREATE UNIQUE INDEX post_pkey ON staff.post USING btree (region, id);
CREATE UNIQUE INDEX purpose_pkey ON access.purpose USING btree (purpose);
CREATE UNIQUE INDEX rate_limit_pkey ON auth.rate_limit USING btree (key);
CREATE UNIQUE INDEX resident_pkey ON access.resident USING btree (region, actor);
CREATE UNIQUE INDEX resident_region_person_key ON access.resident USING btree (region, person);
CREATE UNIQUE INDEX sealed_pkey ON register.sealed USING btree (region, fact);
CREATE UNIQUE INDEX session_pkey ON auth.session USING btree (id);
CREATE UNIQUE INDEX session_token_key ON auth.session USING btree (token);
CREATE UNIQUE INDEX tie_pkey ON register.tie USING btree (region, fact);
CREATE UNIQUE INDEX two_factor_pkey ON auth.two_factor USING btree (id);
CREATE UNIQUE INDEX unit_pkey ON staff.unit USING btree (region, id);
CREATE UNIQUE INDEX used_code_pkey ON auth.used_code USING btree (user_id, digest);
CREATE UNIQUE INDEX user_email_key ON auth."user" USING btree (email);
CREATE UNIQUE INDEX user_phone_hash_key ON auth."user" USING btree (phone_hash);
CREATE UNIQUE INDEX user_pkey ON auth."user" USING btree (id);
CREATE UNIQUE INDEX user_username_key ON auth."user" USING btree (username);
CREATE UNIQUE INDEX verification_pkey ON auth.verification USING btree (id);
CREATE UNIQUE INDEX waiting_pkey ON casework.waiting USING btree (region, case_id, "position");

-- policies
access.break_glass auditor for SELECT to junheng_auditor using (true) with check (as using);
access.break_glass of_region for ALL to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
access.case_file of_region for ALL to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
access.resident of_region for SELECT to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
audit.chain_head auditor for SELECT to junheng_auditor using (true) with check (as using);
audit.entry auditor for SELECT to junheng_auditor using (true) with check (as using);
audit.entry of_region for SELECT to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
casework.action guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[]))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND ((case_id)::text = current_setting('app.case_id'::text, true)))))) with check (as using);
casework.answer_seen guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[]))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND ((case_id)::text = current_setting('app.case_id'::text, true)))))) with check (as using);
casework.birth_key guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[])))) with check (as using);
casework.case_key guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[])))) with check (as using);
casework.case_row guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[])) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text))))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND (current_setting('app.self'::text, true) = ANY (people)))))) with check (as using);
casework.circuit guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[])))) with check (as using);
casework.counter guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[])))) with check (as using);
casework.delivery guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[]))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND ((case_id)::text = current_setting('app.case_id'::text, true)))))) with check (as using);
casework.document guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[]))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND (current_setting('app.self'::text, true) = ANY (people)))))) with check (as using);
casework.family_notice guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'casework'::text))) with check (as using);
casework.followed guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[])))) with check (as using);
casework.notice guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[])))) with check (as using);
casework.notices_read guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'casework'::text))) with check (as using);
casework.party guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[]))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND ((person)::text = current_setting('app.self'::text, true)))))) with check (as using);
casework.waiting guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,birth-service,benefit,health-service,childcare}'::text[])) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text))))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND ((case_id)::text = current_setting('app.case_id'::text, true)))))) with check (as using);
payment.bank_answer guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[])))) with check (as using);
payment.batch guard_give_up for UPDATE to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[])) AND (state = 'prepared'::text))) with check ((state = 'given-up'::text));
payment.batch guard_prepare for INSERT to junheng_app using (as inserted) with check (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[])) AND ((prepared_by)::text = current_setting('app.actor'::text, true)) AND (state = 'prepared'::text)));
payment.batch guard_read for SELECT to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[])))) with check (as using);
payment.batch_line guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[]))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND (current_setting('app.self'::text, true) = ANY (people)))))) with check (as using);
payment.claim guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[])) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text))))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND (current_setting('app.self'::text, true) = ANY (people)))))) with check (as using);
payment.counter guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[])))) with check (as using);
payment.decision guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[]))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND (current_setting('app.self'::text, true) = ANY (people)))))) with check (as using);
payment.followed guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[])))) with check (as using);
payment.ledger guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[]))) OR ((current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND (current_setting('app.self'::text, true) = ANY (people)))))) with check (as using);
payment.offered guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{casework,benefit}'::text[])))) with check (as using);
register.action guard_read for SELECT to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text))) with check (as using);
register.action guard_write for INSERT to junheng_app using (as inserted) with check (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) = ANY ('{registration,birth-service,childcare,health-service}'::text[])) AND ((actor)::text = current_setting('app.actor'::text, true)) AND (current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text)));
register.address_key guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text) AND (current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text))) with check (as using);
register.fact guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text) AND ((current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text) OR ((subject)::text = current_setting('app.self'::text, true))))) with check (as using);
register.fertility_fact guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{registration,birth-service,benefit,health-service,childcare,data-subject,emergency}'::text[])) AND ((current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text) OR ((subject)::text = current_setting('app.self'::text, true))))) with check (as using);
register.health_fact guard_read for SELECT to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND ('health'::text = ANY (string_to_array(current_setting('app.fields'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) = ANY ('{registration,health-service,data-subject,emergency}'::text[])) AND ((current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text) OR ((subject)::text = current_setting('app.self'::text, true))))) with check (as using);
register.health_fact guard_write for INSERT to junheng_app using (as inserted) with check (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND ((current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text) OR ((subject)::text = current_setting('app.self'::text, true)))));
register.household guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text)))) AND (current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text))) with check (as using);
register.identity_number guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text) AND (current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text))) with check (as using);
register.number_key guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text) AND ((current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text) OR ((person)::text = current_setting('app.self'::text, true))))) with check (as using);
register.outbox guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text))) with check (as using);
register.person guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) <> ''::text) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text)))) AND ((current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text) OR ((id)::text = current_setting('app.self'::text, true))))) with check (as using);
register.sealed guard_insert for INSERT to junheng_app using (as inserted) with check ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))));
register.sealed guard_read for SELECT to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (kind = ANY (string_to_array(current_setting('app.fields'::text, true), ','::text))))) with check (as using);
register.tie guard for ALL to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.births'::text, true) = 'open'::text) AND (current_setting('app.purpose'::text, true) = ANY ('{registration,birth-service,benefit,health-service,childcare,data-subject,emergency}'::text[])) AND ((current_setting('app.purpose'::text, true) IS DISTINCT FROM 'data-subject'::text) OR ((person)::text = current_setting('app.self'::text, true))))) with check (as using);
staff.correction_request guard_answer for UPDATE to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) = 'registration'::text) AND (answered_at IS NULL))) with check (((answered_by)::text = current_setting('app.actor'::text, true)));
staff.correction_request guard_ask for INSERT to junheng_app using (as inserted) with check (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) = 'data-subject'::text) AND ((person)::text = current_setting('app.self'::text, true)) AND ((asked_by)::text = current_setting('app.actor'::text, true)) AND (answered_by IS NULL)));
staff.correction_request guard_read for SELECT to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (((current_setting('app.purpose'::text, true) = 'data-subject'::text) AND ((person)::text = current_setting('app.self'::text, true))) OR ((current_setting('app.purpose'::text, true) = 'registration'::text) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text)))))))) with check (as using);
staff.hand_over guard_answer for UPDATE to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) = 'registration'::text) AND (answered_at IS NULL) AND ((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text)))))) with check (((answered_by)::text = current_setting('app.actor'::text, true)));
staff.hand_over guard_read for SELECT to junheng_app using (((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text))) AND (current_setting('app.purpose'::text, true) = 'registration'::text) AND (((asked_by)::text = current_setting('app.actor'::text, true)) OR (((current_setting('app.townships'::text, true) = '*'::text) OR (township = ANY (string_to_array(current_setting('app.townships'::text, true), ','::text)))) AND ((current_setting('app.villages'::text, true) = '*'::text) OR (village = ANY (string_to_array(current_setting('app.villages'::text, true), ','::text)))))))) with check (as using);
staff.holding of_region for SELECT to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
staff.place of_region for SELECT to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
staff.post of_region for SELECT to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);
staff.unit of_region for SELECT to junheng_app using ((region = ANY (string_to_array(current_setting('app.regions'::text, true), ','::text)))) with check (as using);

-- tables without row-level security
access.post_grant
access.purpose
auth.account
auth.failure
auth.one_time_code
auth.rate_limit
auth.session
auth.two_factor
auth.used_code
auth.user
auth.verification
staff.post_kind

-- grants
SELECT on access.break_glass to junheng_app;
SELECT on access.break_glass to junheng_auditor;
INSERT, SELECT, UPDATE on access.case_file to junheng_app;
SELECT on access.purpose to junheng_app;
SELECT on access.purpose to junheng_auditor;
SELECT on access.resident to junheng_app;
SELECT on audit.chain_head to junheng_auditor;
SELECT on audit.entry to junheng_app;
SELECT on audit.entry to junheng_auditor;
DELETE, INSERT, SELECT, UPDATE on auth.account to junheng_app;
DELETE, INSERT, SELECT, UPDATE on auth.failure to junheng_app;
DELETE, INSERT, SELECT, UPDATE on auth.one_time_code to junheng_app;
DELETE, INSERT, SELECT, UPDATE on auth.rate_limit to junheng_app;
DELETE, INSERT, SELECT, UPDATE on auth.session to junheng_app;
DELETE, INSERT, SELECT, UPDATE on auth.two_factor to junheng_app;
DELETE, INSERT, SELECT, UPDATE on auth.used_code to junheng_app;
DELETE, INSERT, SELECT, UPDATE on auth.user to junheng_app;
DELETE, INSERT, SELECT, UPDATE on auth.verification to junheng_app;
INSERT, SELECT on casework.action to junheng_app;
INSERT, SELECT on casework.answer_seen to junheng_app;
INSERT, SELECT on casework.birth_key to junheng_app;
INSERT, SELECT on casework.case_key to junheng_app;
INSERT, SELECT on casework.case_row to junheng_app;
INSERT, SELECT, UPDATE on casework.circuit to junheng_app;
INSERT, SELECT, UPDATE on casework.counter to junheng_app;
INSERT, SELECT on casework.delivery to junheng_app;
INSERT, SELECT on casework.document to junheng_app;
INSERT, SELECT on casework.family_notice to junheng_app;
INSERT, SELECT on casework.followed to junheng_app;
INSERT, SELECT on casework.notice to junheng_app;
INSERT, SELECT on casework.notices_read to junheng_app;
INSERT, SELECT on casework.party to junheng_app;
DELETE, INSERT, SELECT, UPDATE on casework.waiting to junheng_app;
INSERT, SELECT on payment.bank_answer to junheng_app;
INSERT, SELECT on payment.batch to junheng_app;
INSERT, SELECT on payment.batch_line to junheng_app;
INSERT, SELECT on payment.claim to junheng_app;
INSERT, SELECT, UPDATE on payment.counter to junheng_app;
INSERT, SELECT on payment.decision to junheng_app;
INSERT, SELECT, UPDATE on payment.followed to junheng_app;
INSERT, SELECT on payment.ledger to junheng_app;
INSERT, SELECT, UPDATE on payment.offered to junheng_app;
INSERT, SELECT on register.action to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.address_key to junheng_app;
INSERT, SELECT on register.fact to junheng_app;
INSERT, SELECT on register.fertility_fact to junheng_app;
INSERT, SELECT on register.health_fact to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.household to junheng_app;
DELETE, INSERT, SELECT on register.identity_number to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.number_key to junheng_app;
INSERT, SELECT on register.outbox to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.person to junheng_app;
SELECT on register.person_page to junheng_app;
INSERT, SELECT on register.sealed to junheng_app;
DELETE, INSERT, SELECT, UPDATE on register.tie to junheng_app;
INSERT, SELECT on staff.correction_request to junheng_app;
SELECT on staff.hand_over to junheng_app;
SELECT on staff.holding to junheng_app;
SELECT on staff.place to junheng_app;
SELECT on staff.post to junheng_app;
SELECT on staff.post_kind to junheng_app;
SELECT on staff.unit to junheng_app;

-- functions
CREATE OR REPLACE FUNCTION access.begin(p_detail jsonb DEFAULT '{}'::jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_region text := current_setting('app.regions', true);
  v_purpose text := nullif(current_setting('app.purpose', true), '');
  v_case text := nullif(current_setting('app.case_id', true), '');
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post uuid := nullif(current_setting('app.post', true), '')::uuid;
  v_self text := nullif(current_setting('app.self', true), '');
  v_townships text[] := string_to_array(nullif(current_setting('app.townships', true), ''), ',');
  v_villages text[] := string_to_array(nullif(current_setting('app.villages', true), ''), ',');
  v_fields text[] := coalesce(string_to_array(nullif(current_setting('app.fields', true), ''), ','), '{}');
  v_today constant date := staff.today();
  v_rule access.purpose;
  v_refusal text;
  v_reason text := p_detail ->> 'reason';
begin
  if v_region is null or v_region !~ '^[1-9][0-9]{5}$' or v_actor is null then
    raise exception 'access without region or actor' using errcode = 'JH400';
  end if;
  select * into v_rule from access.purpose p where p.purpose = v_purpose;
  if v_rule.purpose is null then
    v_refusal := 'unknown-purpose';
  elsif v_purpose = 'data-subject' then
    if not exists (select from access.resident r
        where r.region = v_region and r.actor = v_actor and r.person::text = v_self) then
      v_refusal := 'not-granted';
    end if;
  elsif not exists (select from access.post_grant g
      where g.region = v_region and g.actor = v_actor and v_purpose = any (g.purposes)
        and g.valid @> v_today and (v_post is null or g.post_id = v_post)
        and (g.townships @> '{*}' or g.townships @> v_townships)
        and (g.villages @> '{*}' or g.villages @> v_villages) and g.fields @> v_fields) then
    v_refusal := 'not-granted';
  elsif v_rule.forbidden and current_setting('app.births', true) = 'open' then
    -- The plans: births never decide household registration, school entry, hiring, appraisal or promotion.
    v_refusal := 'forbidden-purpose';
  elsif v_rule.needs_case and not exists (select from access.case_file c
      where c.region = v_region and c.case_id = v_case and c.purpose = v_purpose and c.closed_on is null
        and (c.post is null or exists (select from staff.holding h
          where h.region = v_region and h.post = c.post and h.holder = v_actor and h.valid @> v_today))) then
    v_refusal := 'no-such-case';
  elsif v_purpose = 'emergency' and length(coalesce(v_reason, '')) < 10 then
    v_refusal := 'no-reason';
  end if;
  if v_refusal is not null then
    perform audit.append(v_region, 0, 'refused', v_actor, null, v_purpose, v_case,
      jsonb_build_object('why', v_refusal) || p_detail);
    return v_refusal;
  end if;
  if v_purpose = 'emergency' then
    insert into access.break_glass (region, id, actor, reason, post)
      values (v_region, gen_random_uuid(), v_actor, v_reason, v_post);
    perform audit.append(v_region, 0, 'break-glass', v_actor, null, v_purpose, v_case, p_detail);
  end if;
  return 'ok';
end $function$
;
CREATE OR REPLACE FUNCTION access.link_resident(p_region text, p_actor uuid, p_person uuid, p_kind text, p_hash bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION access.own_home()
 RETURNS TABLE(id uuid, address text, township text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION access.people_of_number(p_region text, p_kind text, p_hash bytea)
 RETURNS TABLE(person uuid, name text, identity_cipher bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if p_kind not in ('phone', 'identity') then
    raise exception 'nobody is found by %', p_kind using errcode = 'JH400';
  end if;
  perform audit.append(p_region, 0, 'resident-lookup', null, null, 'data-subject', null, jsonb_build_object('by', p_kind));
  return query select p.id, p.name, s.cipher
    from register.number_key k
    join register.person p on p.region = k.region and p.id = k.person
    left join register.sealed s on s.region = k.region and s.fact = p.identity_fact
    where k.region = p_region and k.kind = p_kind and k.hash = p_hash and p.region = p_region and p.death_date is null
    order by p.id limit 20;
end $function$
;
CREATE OR REPLACE FUNCTION access.review(p_id uuid, p_finding text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_glass access.break_glass;
begin
  if not coalesce(staff.may(v_region, v_actor, 'review', null), false) then return 'not-granted'; end if;
  select * into v_glass from access.break_glass b where b.region = v_region and b.id = p_id for update;
  if v_glass.id is null then return 'no-such-reading'; end if;
  if v_glass.reviewed_by is not null then return 'already-reviewed'; end if;
  if v_glass.actor = v_actor then return 'not-oneself'; end if;
  update access.break_glass b set reviewed_by = v_actor, reviewed_at = now(), finding = p_finding
    where b.region = v_region and b.id = p_id;
  perform audit.append(v_region, 0, 'reviewed', v_actor, v_glass.actor, 'emergency', null, jsonb_build_object('break-glass', p_id));
  return 'ok';
end $function$
;
CREATE OR REPLACE FUNCTION audit.append(p_region text, p_chain integer, p_kind text, p_actor uuid, p_subject uuid, p_purpose text, p_case text, p_detail jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_seq bigint;
  v_prev bytea;
  v_at timestamptz;
  v_body text;
  v_hash bytea;
begin
  select h.seq + 1, h.hash into v_seq, v_prev from audit.chain_head h
    where h.region = p_region and h.chain = p_chain for update;
  if not found then
    insert into audit.chain_head (region, chain, seq, hash)
      values (p_region, p_chain, 0, sha256(convert_to('junheng ' || p_region || ' ' || p_chain, 'UTF8')))
      on conflict do nothing;
    select h.seq + 1, h.hash into v_seq, v_prev from audit.chain_head h
      where h.region = p_region and h.chain = p_chain for update;
  end if;
  v_at := clock_timestamp();
  v_body := jsonb_build_object(
    'at', to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'kind', p_kind, 'actor', p_actor,
    'subject', p_subject, 'purpose', p_purpose, 'case', p_case, 'detail', p_detail)::text;
  v_hash := sha256(v_prev || convert_to(p_region || ' ' || p_chain || ' ' || v_seq || ' ' || v_body, 'UTF8'));
  insert into audit.entry (region, chain, seq, at, kind, actor, subject, purpose, case_id, body, hash)
    values (p_region, p_chain, v_seq, v_at, p_kind, p_actor, p_subject, p_purpose, p_case, v_body, v_hash);
  update audit.chain_head h set seq = v_seq, hash = v_hash where h.region = p_region and h.chain = p_chain;
  return v_seq;
end $function$
;
CREATE OR REPLACE FUNCTION payment.approve(p_batch uuid, p_on date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post uuid := nullif(current_setting('app.post', true), '')::uuid;
  v_batch payment.batch;
begin
  if not coalesce(staff.may(v_region, v_actor, 'approve-payments', v_post), false) then return 'not-granted'; end if;
  select * into v_batch from payment.batch b where b.region = v_region and b.id = p_batch for update;
  if v_batch.id is null then return 'no-such-batch'; end if;
  if v_batch.state = 'approved' then
    return case when v_batch.approved_by = v_actor then 'repeated' else 'already-approved' end;
  end if;
  if v_batch.state <> 'prepared' then return 'given-up'; end if;
  if v_batch.prepared_by = v_actor then return 'same-person'; end if;
  if p_on < v_batch.prepared_on then return 'before-prepared'; end if;
  if not exists (select from payment.batch_line l where l.region = v_region and l.batch = p_batch and l.state = 'open'
      having count(*) = v_batch.lines and sum(l.fen) = v_batch.total_fen) then
    return 'total-differs';
  end if;
  update payment.batch b set state = 'approved', approved_by = v_actor, approved_on = p_on
    where b.region = v_region and b.id = p_batch;
  perform audit.append(v_region, 0, 'batch-approved', v_actor, null, 'casework', null,
    jsonb_build_object('batch', p_batch, 'lines', v_batch.lines, 'fen', v_batch.total_fen));
  return 'ok';
end $function$
;
CREATE OR REPLACE FUNCTION staff.appoint(p_id uuid, p_post uuid, p_holder uuid, p_role text, p_from date, p_to date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post staff.post;
begin
  if not coalesce(staff.may(v_region, v_actor, 'manage-staff', null), false) then return 'not-granted'; end if;
  select * into v_post from staff.post p where p.region = v_region and p.id = p_post for update;
  if v_post.id is null then return 'no-such-post'; end if;
  if not exists (select from auth.user u where u.id = p_holder and u.kind = 'staff' and u.region = v_region) then
    return 'no-such-user';
  end if;
  if p_holder = v_actor then return 'not-oneself'; end if;
  if p_role = 'substitute' and p_to is null then return 'no-end'; end if;
  if p_to is not null and p_to <= p_from then return 'ends-before-it-begins'; end if;
  if p_from < v_post.opened_on or (v_post.closed_on is not null and p_from >= v_post.closed_on) then return 'post-closed'; end if;
  if exists (select from staff.holding h where h.region = v_region and h.post = p_post and h.role = p_role
      and h.valid && daterange(p_from, p_to)) then
    return 'already-filled';
  end if;
  if exists (select from staff.holding h where h.region = v_region and h.post = p_post and h.holder = p_holder
      and h.valid && daterange(p_from, p_to)) then
    return 'already-theirs';
  end if;
  perform staff.hold(v_region, p_id, p_post, p_holder, p_role, daterange(p_from, p_to), v_actor);
  perform audit.append(v_region, 0, 'appointed', v_actor, p_holder, null, null,
    jsonb_build_object('post', p_post, 'role', p_role, 'from', p_from, 'to', p_to));
  return 'ok';
end $function$
;
CREATE OR REPLACE FUNCTION staff.begin(p_ability text, p_detail jsonb DEFAULT '{}'::jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_post uuid := nullif(current_setting('app.post', true), '')::uuid;
begin
  if v_region is null or v_region !~ '^[1-9][0-9]{5}$' or v_actor is null then
    raise exception 'access without region or actor' using errcode = 'JH400';
  end if;
  if staff.may(v_region, v_actor, p_ability, v_post) then return 'ok'; end if;
  perform audit.append(v_region, 0, 'refused', v_actor, null, null, null,
    jsonb_build_object('why', 'not-granted', 'ability', p_ability, 'post', v_post) || p_detail);
  return 'not-granted';
end $function$
;
CREATE OR REPLACE FUNCTION staff.bereaved(p_people uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_region constant text := current_setting('app.regions', true);
begin
  if current_setting('app.purpose', true) = 'registration' and current_setting('app.births', true) = 'open' then
    return query select t.other from register.tie t join register.person c on c.region = t.region and c.id = t.person
      where t.region = v_region and c.region = v_region and t.other = any (p_people) and t.kind in ('mother', 'father')
      group by t.other having bool_and(c.death_date is not null);
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION staff.counties()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(p.region order by p.region), '{}') from staff.place p where p.parent is null
$function$
;
CREATE OR REPLACE FUNCTION staff.dismiss(p_post uuid, p_role text, p_on date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_region text := current_setting('app.regions', true);
  v_actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  v_holding staff.holding;
begin
  if not coalesce(staff.may(v_region, v_actor, 'manage-staff', null), false) then return 'not-granted'; end if;
  select * into v_holding from staff.holding h where h.region = v_region and h.post = p_post and h.role = p_role
    and (upper_inf(h.valid) or upper(h.valid) > p_on) order by lower(h.valid) limit 1 for update;
  if v_holding.id is null then return 'nobody-there'; end if;
  if p_on <= lower(v_holding.valid) then return 'ends-before-it-begins'; end if;
  if v_holding.holder = v_actor then return 'not-oneself'; end if;
  update staff.holding h set valid = daterange(lower(h.valid), p_on) where h.region = v_region and h.id = v_holding.id;
  update access.post_grant g set valid = daterange(lower(g.valid), p_on) where g.region = v_region and g.holding = v_holding.id;
  perform audit.append(v_region, 0, 'dismissed', v_actor, v_holding.holder, null, null,
    jsonb_build_object('post', p_post, 'role', p_role, 'on', p_on));
  return 'ok';
end $function$
;
CREATE OR REPLACE FUNCTION staff.hand_over(p_id uuid, p_hash bytea, p_name text, p_text text, p_post text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION staff.hold(p_region text, p_id uuid, p_post uuid, p_holder uuid, p_role text, p_valid daterange, p_by uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION staff.may(p_region text, p_actor uuid, p_ability text, p_post uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_today constant date := staff.today();
begin
  return exists (select from staff.holding h
    join staff.post p on p.region = h.region and p.id = h.post
    join staff.post_kind k on k.kind = p.kind
    where h.region = p_region and p.region = p_region and h.holder = p_actor and h.valid @> v_today
      and (p.closed_on is null or p.closed_on > v_today)
      and p_ability = any (k.abilities) and (p_post is null or h.post = p_post));
end $function$
;
CREATE OR REPLACE FUNCTION staff.today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select (pg_catalog.now() at time zone 'Asia/Shanghai')::pg_catalog.date
$function$
;
