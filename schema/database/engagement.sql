create table if not exists public.mt_streams (
    id uuid not null,
    type varchar null,
    version bigint null,
    timestamp timestamp with time zone not null default (now()),
    created timestamp with time zone not null default (now()),
    tenant_id varchar null default '*DEFAULT*',
    is_archived boolean null default false,
    constraint pkey_mt_streams_id primary key (id)
);

create table if not exists public.mt_events (
    seq_id bigint not null,
    id uuid not null,
    stream_id uuid null,
    version bigint not null,
    data jsonb not null,
    bdata bytea null,
    type varchar(500) not null,
    timestamp timestamp with time zone not null default (now()),
    tenant_id varchar null default '*DEFAULT*',
    mt_dotnet_type varchar null,
    correlation_id varchar null,
    causation_id varchar null,
    headers jsonb null,
    user_name varchar null,
    is_archived boolean null default false,
    constraint pkey_mt_events_seq_id primary key (seq_id)
);
alter table public.mt_events add column if not exists bdata bytea null;
alter table public.mt_events add column if not exists correlation_id varchar null;
alter table public.mt_events add column if not exists causation_id varchar null;
alter table public.mt_events add column if not exists headers jsonb null;
alter table public.mt_events add column if not exists user_name varchar null;
create sequence if not exists public.mt_events_sequence;
alter sequence public.mt_events_sequence owned by public.mt_events.seq_id;
create unique index if not exists pk_mt_events_stream_and_version on public.mt_events using btree (stream_id, version);
do $$ begin
    if not exists (select from pg_constraint where conname = 'fkey_mt_events_stream_id' and conrelid = 'public.mt_events'::regclass) then
        alter table public.mt_events add constraint fkey_mt_events_stream_id
            foreign key (stream_id) references public.mt_streams (id) on delete cascade;
    end if;
end $$;

create table if not exists public.mt_event_progression (
    name varchar not null,
    last_seq_id bigint null,
    last_updated timestamp with time zone null default (transaction_timestamp()),
    constraint pk_mt_event_progression primary key (name)
);

create table if not exists public.mt_high_water_skips (
    ending_sequence bigint not null,
    starting_sequence bigint not null,
    timestamp timestamp with time zone not null default (now()),
    constraint pkey_mt_high_water_skips_ending_sequence primary key (ending_sequence)
);

create table if not exists public.mt_doc_deadletterevent (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_version uuid not null default (md5(random()::text || clock_timestamp()::text)::uuid),
    mt_dotnet_type varchar null,
    constraint pkey_mt_doc_deadletterevent_id primary key (id)
);

create table if not exists public.mt_idempotency_keys (
    key varchar not null,
    tenant_id varchar not null default '*DEFAULT*',
    result text not null,
    created timestamp with time zone not null,
    constraint pkey_mt_idempotency_keys primary key (key, tenant_id)
);

create table if not exists public.mt_projection_pauses (
    name varchar not null,
    reason varchar not null,
    paused_by varchar not null,
    paused_at timestamp with time zone not null,
    failed_sequence bigint null,
    constraint pkey_mt_projection_pauses_name primary key (name)
);

create table if not exists public.mt_projection_owners (
    name varchar not null,
    backend_pid integer not null,
    seen_alive timestamp with time zone not null,
    constraint pkey_mt_projection_owners_name primary key (name)
);

create table if not exists public.mt_seals (
    number bigint not null,
    first_seq_id bigint not null,
    last_seq_id bigint not null,
    event_count integer not null,
    merkle_root bytea not null,
    sealed_at timestamp with time zone not null,
    previous_hash bytea not null,
    hash bytea not null,
    leaves bytea not null,
    constraint pkey_mt_seals_number primary key (number)
);
create unique index if not exists ix_mt_seals_last_seq_id on public.mt_seals using btree (last_seq_id);

create table if not exists public.mt_doc_activitypage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_activitypage_id primary key (id)
);

create table if not exists public.mt_doc_barrierpage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_barrierpage_id primary key (id)
);

create table if not exists public.mt_doc_charteredition (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_charteredition_id primary key (id)
);

create table if not exists public.mt_doc_codingsamplecard (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_codingsamplecard_id primary key (id)
);

create table if not exists public.mt_doc_collationpage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_collationpage_id primary key (id)
);

create table if not exists public.mt_doc_commissioningactivity (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_commissioningactivity_id primary key (id)
);

create table if not exists public.mt_doc_consultationpage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_consultationpage_id primary key (id)
);

create table if not exists public.mt_doc_denominatorsheet (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_denominatorsheet_id primary key (id)
);

create table if not exists public.mt_doc_erasurecase (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_erasurecase_id primary key (id)
);

create table if not exists public.mt_doc_evidencepack (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_evidencepack_id primary key (id)
);

create table if not exists public.mt_doc_forumpage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_forumpage_id primary key (id)
);

create table if not exists public.mt_doc_governancegrouppage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_governancegrouppage_id primary key (id)
);

create table if not exists public.mt_doc_instrumentsheet (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_instrumentsheet_id primary key (id)
);

create table if not exists public.mt_doc_keyactionpage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_keyactionpage_id primary key (id)
);

create table if not exists public.mt_doc_logentrysheet (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_logentrysheet_id primary key (id)
);

create table if not exists public.mt_doc_loghistory (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_loghistory_id primary key (id)
);

create table if not exists public.mt_doc_logreviewsheet (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_logreviewsheet_id primary key (id)
);

create table if not exists public.mt_doc_loopcard (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_loopcard_id primary key (id)
);

create table if not exists public.mt_doc_loophistory (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_loophistory_id primary key (id)
);

create table if not exists public.mt_doc_measurepage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_measurepage_id primary key (id)
);

create table if not exists public.mt_doc_meetingpage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_meetingpage_id primary key (id)
);

create table if not exists public.mt_doc_paperformcard (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_paperformcard_id primary key (id)
);

create table if not exists public.mt_doc_receipt (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_receipt_id primary key (id)
);

create table if not exists public.mt_doc_releasepage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_releasepage_id primary key (id)
);

create table if not exists public.mt_doc_statementdocument (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_statementdocument_id primary key (id)
);

create table if not exists public.mt_doc_themecard (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_themecard_id primary key (id)
);

create table if not exists public.mt_doc_topicpage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_topicpage_id primary key (id)
);

create table if not exists public.mt_doc_wavehistory (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_wavehistory_id primary key (id)
);

create table if not exists public.mt_doc_wavepage (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_wavepage_id primary key (id)
);

-- Dead letters from before it was said whose words are kept lose theirs, once: the table's comment says that it is done.
do $$ begin
    if obj_description('public.mt_doc_deadletterevent'::regclass, 'pg_class') is distinct from 'Of what an exception said, only that is here which KeepsMessageOf keeps.' then
        update public.mt_doc_deadletterevent set data = jsonb_set(data, array['ExceptionMessage'], to_jsonb('Its words are not kept: they could hold what somebody wrote.'::text));
        update public.mt_projection_pauses set reason = 'Event ' || failed_sequence || ' failed. Its words are not kept: they could hold what somebody wrote.' where failed_sequence is not null;
        comment on table public.mt_doc_deadletterevent is 'Of what an exception said, only that is here which KeepsMessageOf keeps.';
    end if;
end $$;

-- By this the next start knows that nothing is missing.
comment on table public.mt_event_progression is 'Event store 4a9d4cab74461dd9';


CREATE SCHEMA IF NOT EXISTS "messaging";

-- Messages that wait to be handled or are in hand. A row goes in the same transaction as the effects of handling it.
CREATE TABLE IF NOT EXISTS "messaging".envelopes (
    id uuid PRIMARY KEY,
    position bigint GENERATED ALWAYS AS IDENTITY,
    queue text NOT NULL,
    message_type text NOT NULL,
    body json NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    sent_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    correlation_id text,
    causation_id text,
    deduplication_id text,
    tenant_id text,
    partition_key text,
    trace_parent text,
    interruptions integer NOT NULL DEFAULT 0,
    owner_id uuid,
    claimed_at timestamptz
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

-- For tables of an earlier version.
ALTER TABLE "messaging".envelopes ADD COLUMN IF NOT EXISTS partition_key text;
ALTER TABLE "messaging".envelopes ADD COLUMN IF NOT EXISTS trace_parent text;
ALTER TABLE "messaging".envelopes ADD COLUMN IF NOT EXISTS interruptions integer NOT NULL DEFAULT 0;
ALTER TABLE "messaging".envelopes ADD COLUMN IF NOT EXISTS owner_id uuid;
ALTER TABLE "messaging".envelopes ADD COLUMN IF NOT EXISTS claimed_at timestamptz;

-- What is due comes first, so messages scheduled for later cost the claim nothing, however many.
CREATE INDEX IF NOT EXISTS envelopes_due ON "messaging".envelopes (queue, due_at, position);

-- Who has what in hand.
CREATE INDEX IF NOT EXISTS envelopes_owner ON "messaging".envelopes (owner_id) WHERE owner_id IS NOT NULL;

-- The order of each key.
CREATE INDEX IF NOT EXISTS envelopes_key ON "messaging".envelopes (queue, partition_key, position) WHERE partition_key IS NOT NULL;

-- Of each key one message at a time is in hand, whatever several nodes find at the same moment.
CREATE UNIQUE INDEX IF NOT EXISTS envelopes_key_in_hand ON "messaging".envelopes (queue, partition_key)
    WHERE partition_key IS NOT NULL AND owner_id IS NOT NULL;

-- The processes that share the work.
CREATE TABLE IF NOT EXISTS "messaging".nodes (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    beat bigint NOT NULL DEFAULT 1,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 50);

-- Messages that could not be handled, with the reason.
CREATE TABLE IF NOT EXISTS "messaging".dead_letters (
    id uuid PRIMARY KEY,
    queue text NOT NULL,
    message_type text NOT NULL,
    body json NOT NULL,
    attempts integer NOT NULL,
    sent_at timestamptz NOT NULL,
    failed_at timestamptz NOT NULL,
    correlation_id text,
    causation_id text,
    deduplication_id text,
    tenant_id text,
    exception_type text NOT NULL,
    exception_message text NOT NULL,
    exception_detail text NOT NULL,
    partition_key text,
    trace_parent text
);

ALTER TABLE "messaging".dead_letters ADD COLUMN IF NOT EXISTS partition_key text;
ALTER TABLE "messaging".dead_letters ADD COLUMN IF NOT EXISTS trace_parent text;

CREATE INDEX IF NOT EXISTS dead_letters_failed ON "messaging".dead_letters (failed_at);

-- Deduplication ids of messages sent lately; they outlive the messages.
CREATE TABLE IF NOT EXISTS "messaging".deduplications (
    deduplication_id text PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

CREATE INDEX IF NOT EXISTS deduplications_expiry ON "messaging".deduplications (expires_at);

-- Dead letters from before it was said whose words are kept lose theirs, once: the table's comment says that it is done.
DO $$ BEGIN
    IF obj_description('"messaging".dead_letters'::regclass, 'pg_class') IS DISTINCT FROM 'Of what an exception said, only that is here which KeepsMessageOf keeps.' THEN
        UPDATE "messaging".dead_letters SET exception_message = 'Its words are not kept: they could hold what somebody wrote.', exception_detail = exception_type;
        COMMENT ON TABLE "messaging".dead_letters IS 'Of what an exception said, only that is here which KeepsMessageOf keeps.';
    END IF;
END $$;

create schema if not exists engagement;

-- Which release the read models were made by.
create table if not exists engagement.read_models (version text not null);

-- Participants

create table if not exists engagement.subject_keys (
    subject_id uuid primary key,
    wrapped_key bytea not null,
    kek_id text not null,
    created_at timestamptz not null
);

-- A key that was destroyed leaves its row behind: no other is ever made for that subject. Altered once only: at each start it would wait for whoever writes.
do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'subject_keys' and column_name = 'proof') then
        alter table engagement.subject_keys
            alter column wrapped_key drop not null,
            alter column kek_id drop not null,
            add column destroyed_at timestamptz,
            add column proof text;
    end if;
end $$;

create index if not exists subject_keys_oldest on engagement.subject_keys (created_at) where wrapped_key is not null;
create index if not exists subject_keys_destroyed on engagement.subject_keys (destroyed_at) where destroyed_at is not null;

-- Consultations

create unique index if not exists consultationpage_slug on public.mt_doc_consultationpage ((data ->> 'Slug'));

-- Surveys

-- Not unique: two references may come out the same among millions; the secret tells them apart.
create index if not exists receipt_reference on public.mt_doc_receipt ((data ->> 'Reference'));

-- Answers that were begun and not sent, sealed with the secret of their receipt.
create table if not exists engagement.response_drafts (
    id uuid primary key,
    wave_id uuid not null,
    reference text not null,
    secret_hash text not null,
    content bytea not null,
    saved_at timestamptz not null
);

create index if not exists response_drafts_reference on engagement.response_drafts (reference);
create index if not exists response_drafts_wave on engagement.response_drafts (wave_id);
create index if not exists wavepage_consultation on public.mt_doc_wavepage ((data ->> 'ConsultationId'));

-- Feedback

create table if not exists engagement.views (
    id uuid primary key,
    -- Whose key opens the words: with it, they go.
    subject_id uuid not null,
    consultation_id uuid,
    source text not null,
    -- The response, contribution, activity or logged feedback.
    source_id uuid not null,
    wave_id uuid,
    instrument_id uuid,
    instrument_version int,
    question_key text,
    audience text,
    proxy boolean not null,
    district text,
    need text,
    phase text,
    -- In clear, because the officers' screen needs it; null once erased.
    text text,
    said_at timestamptz not null,
    state text not null,
    codes int not null,
    not_codable boolean not null,
    read_at timestamptz,
    version int not null,
    -- Where in the log it last changed: what learns from views asks for those after the last it has seen. Whatever erases a text sets it too.
    changed bigint not null,
    -- For searching; gone with the text.
    words tsvector generated always as (to_tsvector('english', coalesce(text, ''))) stored
);

create index if not exists views_newest on engagement.views (consultation_id, said_at desc, id desc);
create index if not exists views_newest_in_state on engagement.views (consultation_id, state, said_at desc, id desc);
create index if not exists views_of_question on engagement.views (consultation_id, instrument_id, question_key, said_at, id);
create index if not exists views_oldest on engagement.views (said_at, id);
create index if not exists views_of_subject on engagement.views (subject_id);
create index if not exists views_of_source on engagement.views (source_id);
create index if not exists views_changed on engagement.views (changed);
-- What is counted by voice is read from here alone. It is small: there are few different entries.
create index if not exists views_by_voice on engagement.views (consultation_id, state, audience, proxy);
create index if not exists views_words on engagement.views using gin (words);

-- Who has what open on a coding board just now, so that two people do not read the same view at once. No record of anybody's work: it is in no log and no
-- backup, and a row is gone minutes after its person has left.
create unlogged table if not exists engagement.coding_board_presence (
    consultation_id uuid not null,
    person_id uuid not null,
    role text not null,
    view_id uuid,
    theme_id uuid,
    seen_at timestamptz not null,
    primary key (consultation_id, person_id)
);

-- How far each view is, written with the events themselves: a report waits for the last view, so this must never be late.
create table if not exists engagement.view_progress (
    view_id uuid primary key,
    consultation_id uuid,
    said_at timestamptz not null,
    codes int not null,
    not_codable boolean not null,
    withdrawn boolean not null,
    unfinished boolean not null generated always as (codes = 0 and not not_codable and not withdrawn) stored
);

create index if not exists view_progress_unfinished on engagement.view_progress (consultation_id, said_at, view_id) where unfinished;

-- What each theme is today, after merges.
create table if not exists engagement.theme_today (
    theme_id uuid primary key,
    today_id uuid not null
);

create index if not exists theme_today_of_today on engagement.theme_today (today_id);

create table if not exists engagement.theme_changes (
    kind text not null,
    from_id uuid not null,
    into_id uuid not null,
    at timestamptz not null,
    position bigint not null,
    -- What was undone may be done again.
    primary key (from_id, into_id, kind, position)
);

create index if not exists theme_changes_into on engagement.theme_changes (into_id);

-- Views under the themes they carry. A view that was coded to two themes that are one today has two rows: count views, not rows.
create table if not exists engagement.view_themes (
    view_id uuid not null,
    -- Today's theme, after merges.
    theme_id uuid not null,
    -- The theme it was coded to.
    coded_theme_id uuid not null,
    source_id uuid not null,
    coded_at timestamptz not null,
    primary key (view_id, coded_theme_id)
);

create index if not exists view_themes_of_theme on engagement.view_themes (theme_id, source_id);
create index if not exists view_themes_by_view on engagement.view_themes (view_id, theme_id);
-- Distinct views of a theme come from here in order, and are counted without being sorted.
create index if not exists view_themes_views on engagement.view_themes (theme_id, view_id);
create index if not exists view_themes_of_source on engagement.view_themes (source_id);

create table if not exists engagement.view_suggestions (
    view_id uuid not null,
    view_version int not null,
    theme_id uuid not null,
    method text not null,
    method_version int not null,
    score double precision not null,
    accepted boolean not null,
    decided_at timestamptz not null,
    primary key (view_id, view_version)
);

create table if not exists engagement.entries (
    loop_id uuid primary key,
    slug text not null unique,
    -- Where in the log the entry last changed: the order of the board.
    position bigint not null unique
);

create index if not exists themecard_consultation on public.mt_doc_themecard ((data ->> 'ConsultationId'));
create index if not exists loopcard_consultation on public.mt_doc_loopcard ((data ->> 'ConsultationId'));
create index if not exists codingsamplecard_consultation on public.mt_doc_codingsamplecard ((data ->> 'ConsultationId'));
create index if not exists loopcard_due on public.mt_doc_loopcard ((data ->> 'DueOn'), id);

-- What the board is searched by: a row from the opening of a loop on, with a state once its entry is published.
create table if not exists engagement.entry_words (
    loop_id uuid primary key,
    consultation_id uuid,
    state text,
    published_on date,
    decision text not null default '',
    said text not null default '',
    -- Empty: everybody, the whole county.
    audiences text[] not null default '{}',
    districts text[] not null default '{}',
    -- By stem for whole words, as written for the beginnings of words.
    words tsvector not null generated always as (
        to_tsvector('english', said || ' ' || decision) || to_tsvector('simple', said || ' ' || decision)) stored
);

create index if not exists entry_words_words on engagement.entry_words using gin (words);
create index if not exists loopcard_theme on public.mt_doc_loopcard ((data ->> 'ThemeId'));
create index if not exists views_unread on engagement.views (said_at, id) where state = 'Unread';

-- Activities

-- The list of activities, the latest day first.
create index if not exists activitypage_day on public.mt_doc_activitypage ((data ->> 'OnDay'), id);

-- LoggedFeedback

-- The list of the log, the longest waiting first.
create index if not exists logentrysheet_day on public.mt_doc_logentrysheet ((data ->> 'ReceivedOn'), id);

-- Forums

-- Every contribution as it stands. The words stay sealed here: they are opened for whoever may read them, so erasure needs nothing done here.
create table if not exists engagement.contributions (
    id uuid primary key,
    forum_id uuid not null,
    topic_id uuid not null,
    reply_to uuid,
    -- The pseudonym of the author, which is also the subject whose key opens the words.
    author_id uuid not null,
    handle text not null,
    reference text not null,
    secret_hash text not null,
    words text not null,
    state text not null,
    flagged boolean not null default false,
    edited boolean not null default false,
    -- Of the last decision, for the author to read.
    reason_class text,
    reason text,
    marks jsonb not null default '[]',
    received_at timestamptz not null,
    said_at timestamptz not null,
    released_at timestamptz,
    -- Since when somebody has something to decide on it; null when nobody has.
    queued_since timestamptz,
    first_releaser uuid,
    claimed_by uuid,
    claimed_until timestamptz,
    appeal text not null,
    appeal_words text,
    appeal_reason text,
    version int not null
);

create index if not exists contributions_queue on engagement.contributions (forum_id, (not flagged), queued_since, id) where queued_since is not null;
-- What waits in any of a moderator's forums, the oldest first.
create index if not exists contributions_waiting on engagement.contributions (queued_since, id) where queued_since is not null;
create index if not exists contributions_thread on engagement.contributions (topic_id, received_at, id) where state = 'Released' and reply_to is null;
create index if not exists contributions_comments on engagement.contributions (reply_to, received_at, id) where state = 'Released';
create index if not exists contributions_of_author on engagement.contributions (author_id, received_at desc, id desc);
create index if not exists contributions_of_forum on engagement.contributions (forum_id, received_at);
create index if not exists contributions_reference on engagement.contributions (reference);

-- Who supports what, by the day in London: the number that is shown moves on neither day itself.
create table if not exists engagement.contribution_supports (
    contribution_id uuid not null,
    participant_id uuid not null,
    supported_on date not null,
    withdrawn_on date,
    primary key (contribution_id, participant_id)
);

-- Every step of moderation, for ever. Nothing here is written over but when it was reversed.
create table if not exists engagement.moderation_ledger (
    contribution_id uuid not null,
    -- Of the contribution's stream: the order of the steps.
    version int not null,
    forum_id uuid not null,
    kind text not null,
    reason_class text,
    reason text,
    -- Whose decision it is; without a person it was the system's.
    role text not null,
    person uuid,
    decided_at timestamptz not null,
    reversed_at timestamptz,
    primary key (contribution_id, version)
);

create index if not exists moderation_ledger_newest on engagement.moderation_ledger (forum_id, decided_at desc, contribution_id desc, version desc);

-- For the safeguarding lead alone. The words are sealed, and opened only through SafeguardingReads, which records who opens them and why.
create table if not exists engagement.safeguarding_items (
    id uuid primary key,
    source text not null,
    source_id uuid not null,
    cause text not null,
    word_list_version text,
    raised_at timestamptz not null,
    state text not null,
    acknowledged_at timestamptz,
    closed_at timestamptz,
    outcome text,
    times_opened int not null,
    version int not null
);

create index if not exists safeguarding_items_of_source on engagement.safeguarding_items (source_id) where state <> 'Closed';
create index if not exists safeguarding_items_oldest on engagement.safeguarding_items (raised_at, id) where state <> 'Closed';

create index if not exists forumpage_slug on public.mt_doc_forumpage ((data ->> 'Slug'));
create index if not exists forumpage_title on public.mt_doc_forumpage ((data ->> 'Title'), id);
create index if not exists topicpage_slug on public.mt_doc_topicpage ((data ->> 'Slug'));
create index if not exists topicpage_forum on public.mt_doc_topicpage ((data ->> 'ForumId'));

-- Governance

-- The list of groups, by name.
create index if not exists governancegrouppage_name on public.mt_doc_governancegrouppage ((data ->> 'Name'), id);

-- The meetings of a group, the latest first, and those of a time, and what stands in the way, the oldest first.
create index if not exists meetingpage_group on public.mt_doc_meetingpage ((data ->> 'GroupId'), (data ->> 'OnDay'), id);
create index if not exists meetingpage_day on public.mt_doc_meetingpage ((data ->> 'OnDay'), id);
create index if not exists barrierpage_raised on public.mt_doc_barrierpage ((data ->> 'RaisedOn'), id);

-- KeyActions

-- The list of key actions, the milestone that comes next first.
create index if not exists keyactionpage_next on public.mt_doc_keyactionpage ((coalesce(data ->> 'NextDueOn', '9999-12-31')), id);

-- Charter

-- The list of what is commissioned, what began last first.
create index if not exists commissioningactivity_started on public.mt_doc_commissioningactivity ((data ->> 'StartedOn'), id);

-- AccessLog

-- Who read what in confidence. Nothing of the content is here.
create table if not exists engagement.access_log (
    id uuid primary key,
    kind text not null,
    at timestamptz not null,
    role text not null,
    actor uuid,
    subject uuid,
    count int not null,
    purpose text not null,
    account text
);

create index if not exists access_log_newest on engagement.access_log (at desc, id desc);

-- FeedbackPoints

create table if not exists engagement.feedback_points (
    case_id uuid not null,
    point int not null,
    reached_on date not null,
    satisfaction text,
    primary key (case_id, point)
);

create index if not exists feedback_points_by_day on engagement.feedback_points (reached_on, point, satisfaction);

-- Paper

create index if not exists paperformcard_waiting on public.mt_doc_paperformcard ((data ->> 'WaveId'), (data ->> 'FormNumber'))
    where data ->> 'State' <> 'Checked';

-- SurveyResults

-- What a response adds to the counts, so that it can be taken out again exactly.
create table if not exists engagement.counted_responses (
    response_id uuid primary key,
    wave_id uuid not null,
    content jsonb not null
);

create table if not exists engagement.answer_counts (
    wave_id uuid not null,
    instrument_version int not null,
    -- Empty: the response itself.
    question_key text not null,
    -- Empty: that the question was answered at all.
    answer text not null,
    -- In a ranking, 1 first; else 0.
    place int not null,
    proxy boolean not null,
    -- Empty: not said.
    audience text not null,
    -- "all", or what the count is broken down by.
    dimension text not null,
    -- Empty: not said.
    value text not null,
    count int not null,
    primary key (wave_id, dimension, question_key, instrument_version, answer, place, proxy, audience, value)
)
-- Each row is counted up again and again: with room beside it, that touches no index.
with (fillfactor = 40);

-- Measures

-- The list of measures, by their numbers.
create index if not exists measurepage_place on public.mt_doc_measurepage ((data ->> 'Place'), id);

-- Releases

-- Those that wait for somebody: the figures of the others are long, and need not be looked through for them.
create index if not exists releasepage_waiting on public.mt_doc_releasepage ((data ->> 'DraftedAt')) where data ->> 'State' in ('Checked', 'Approved');

-- Metrics

-- What an earlier release counted in.
drop table if exists public.mt_doc_consultationmetrics;

-- Facts of two times. Each row says what was so, and was known to be so from when it was recorded until something that was recorded at ended_at
-- changed it. As at a moment: recorded_at <= the moment < ended_at. Days are days in London.

-- What people did: a row for each version of each act.
create table if not exists engagement.acts (
    -- The response, contribution, activity or case.
    act_id uuid not null,
    version int not null,
    -- Of an activity the head count is 0 and those who are known go from 1; of a case it is the feedback point.
    part int not null,
    kind text not null,
    -- Whether it is countable: a contribution counts while it is shown.
    counts boolean not null,
    recorded_at timestamptz not null,
    ended_at timestamptz not null,
    ended_because text,
    occurred_on date not null,
    -- The pseudonym; null for answers to surveys and for whoever took part without an account: then one participant for each act.
    participant_id uuid,
    head_count int not null,
    wave_id uuid,
    consultation_id uuid,
    channel text not null,
    audience text,
    proxy boolean not null,
    district text,
    need text,
    phase text,
    primary key (act_id, version, part)
);

create index if not exists acts_of_consultation on engagement.acts (consultation_id, recorded_at) where counts;
create index if not exists acts_of_wave on engagement.acts (wave_id) where wave_id is not null;

create table if not exists engagement.view_facts (
    view_id uuid not null,
    version int not null,
    recorded_at timestamptz not null,
    ended_at timestamptz not null,
    said_on date not null,
    source text not null,
    consultation_id uuid,
    audience text,
    proxy boolean not null,
    district text,
    need text,
    phase text,
    codes int not null,
    not_codable boolean not null,
    withdrawn boolean not null,
    state text not null generated always as (case
        when withdrawn then 'Withdrawn' when codes > 0 then 'Coded' when not_codable then 'NotCodable' else 'Unread' end) stored,
    primary key (view_id, version)
);

create index if not exists view_facts_of_consultation on engagement.view_facts (consultation_id, recorded_at);

-- The themes that views carried, as they were coded.
create table if not exists engagement.view_codings (
    view_id uuid not null,
    theme_id uuid not null,
    version int not null,
    recorded_at timestamptz not null,
    ended_at timestamptz not null,
    primary key (view_id, theme_id, version)
);

create table if not exists engagement.theme_merges (
    from_id uuid not null,
    into_id uuid not null,
    recorded_at timestamptz not null,
    -- When the theme was taken out again.
    ended_at timestamptz not null default 'infinity',
    primary key (from_id, into_id, recorded_at)
);

create index if not exists theme_merges_into on engagement.theme_merges (into_id);

-- What people and their groups say of the answers they were given, until the decision is reopened.
create table if not exists engagement.loop_confirmations (
    loop_id uuid not null,
    version int not null,
    -- The response, or the group.
    by text not null,
    is_group boolean not null,
    answer text not null,
    recorded_at timestamptz not null,
    ended_at timestamptz not null,
    primary key (loop_id, version)
);

create table if not exists engagement.feedback_point_facts (
    case_id uuid not null,
    point int not null,
    reached_on date not null,
    recorded_at timestamptz not null,
    satisfaction text,
    rated_at timestamptz,
    primary key (case_id, point)
);

create index if not exists feedback_point_facts_by_day on engagement.feedback_point_facts (reached_on);
create index if not exists loophistory_consultation on public.mt_doc_loophistory ((data ->> 'ConsultationId'));
create index if not exists wavehistory_consultation on public.mt_doc_wavehistory ((data ->> 'ConsultationId'));

-- EvidencePacks

-- How far the making of a pack is, and what came of it. It is made once and kept: no projection rebuilds it.
create table if not exists engagement.evidence_pack_files (
    pack_id uuid primary key,
    percent int not null,
    stage text not null,
    -- When the work last gave a sign of life.
    seen_at timestamptz not null,
    content bytea
);

-- One row where the people in this database are made up: every pack says so.
create table if not exists engagement.demonstration (is_made_up boolean primary key check (is_made_up));

-- Those that are the same.
create index if not exists evidencepack_hash on public.mt_doc_evidencepack (((data ->> 'ManifestHash'))) where data ->> 'ManifestHash' is not null;

-- Privacy

create index if not exists erasurecase_due on public.mt_doc_erasurecase ((data ->> 'AnswerBy'), id) where data ->> 'IsDone' = 'false';

-- What somebody was given of all that we hold of them, sealed with their own key: it is gone with it, and after its days.
create table if not exists engagement.subject_exports (
    id uuid primary key,
    subject_id uuid not null,
    made_at timestamptz not null,
    delete_at timestamptz not null,
    content text not null
);

create index if not exists subject_exports_of_subject on engagement.subject_exports (subject_id);

-- Which records are on hold is told from the log itself.
create index if not exists events_of_safeguarding_holds on public.mt_events (stream_id, version desc)
    where type in ('safeguarding_hold_set', 'safeguarding_hold_lifted');

-- Cases of erasure say who answered them, so that the same person is not asked to destroy the key.

-- SignIn

-- Who is signed in, and where. Of the cookie only a hash is kept.
create table if not exists engagement.sessions (
    id uuid primary key,
    token_hash bytea not null unique,
    actor_id uuid not null,
    claims jsonb not null,
    device text not null,
    begun_at timestamptz not null,
    last_seen_at timestamptz not null,
    idle_seconds integer not null,
    ends_at timestamptz not null
);

create index if not exists sessions_actor on engagement.sessions (actor_id, begun_at);
create index if not exists sessions_ends on engagement.sessions (ends_at);

-- Keys of API clients. Of the secret only a hash is kept.
create table if not exists engagement.api_keys (
    id uuid primary key,
    name text not null,
    secret_hash bytea not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz
);

-- Who signs in by e-mail. Found by a keyed hash, and sealed with the participant's key.
create table if not exists engagement.email_addresses (
    address_hash bytea primary key,
    participant_id uuid not null unique,
    sealed_address text not null,
    last_used_at timestamptz not null
);

-- Messages that were asked for, until they are used or over.
create table if not exists engagement.sign_in_links (
    id uuid primary key,
    address_hash bytea not null,
    sealed_address bytea not null,
    browser_hash bytea not null unique,
    own_device boolean not null,
    return_to text,
    tries integer not null default 0,
    proven_at timestamptz,
    ends_at timestamptz not null
);

create index if not exists sign_in_links_ends on engagement.sign_in_links (ends_at);

-- How often something was tried. What it was is known by a keyed hash only.
create table if not exists engagement.attempts (
    key bytea primary key,
    ends_at timestamptz not null,
    spent integer not null
);

create index if not exists attempts_ends on engagement.attempts (ends_at);

-- Notifications

-- Who asked to be told what becomes of what they said: an address, known by a keyed hash only, and how they want it.
create table if not exists engagement.notification_recipients (
    id uuid primary key,
    address_hash bytea not null unique,
    -- Whose account it is, where they have one: known by a keyed hash too, so that the database alone ties nobody to what they said.
    owner_hash bytea,
    audience text not null,
    language text not null,
    frequency text not null,
    -- Whether the night is left alone.
    quiet boolean not null,
    -- Kinds that they do not want.
    unwanted text[] not null,
    asked_at timestamptz not null,
    -- The last letter that they had not just asked for.
    last_sent_at timestamptz,
    -- They stopped it themselves.
    stopped_at timestamptz,
    -- Their mailbox takes nothing.
    refused_at timestamptz
);

-- Altered once only: at each start it would wait for whoever writes. Those of before are written to already.
do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_recipients' and column_name = 'confirmed_at') then
        alter table engagement.notification_recipients
            -- They have shown that the address is theirs; until then nothing but the question is sent to it.
            add column confirmed_at timestamptz,
            -- Whose consultations they want to hear of.
            add column interests text[] not null default '{}',
            -- The address of staff, sealed with the platform's key, and the one that was given in an account, with its key too: they may follow nothing that has one.
            add column sealed_address bytea,
            -- Of staff: what they may do, as of the last time that they signed in.
            add column permissions text[] not null default '{}',
            add column known_at timestamptz;
        update engagement.notification_recipients set confirmed_at = asked_at;
    end if;
end $$;

do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_recipients' and column_name = 'about') then
        alter table engagement.notification_recipients
            -- What the consultations have to be about that they want to hear of, and in which districts: about services, and the coarsest place there is.
            add column about text[] not null default '{}',
            add column districts text[] not null default '{}';
    end if;
end $$;

do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_recipients' and column_name = 'held_until') then
        alter table engagement.notification_recipients
            -- A process writes to them, and no other does until then; null when none does.
            add column held_until timestamptz;
    end if;
end $$;

do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_recipients' and column_name = 'moved_at') then
        alter table engagement.notification_recipients
            -- When this address took the place of another one.
            add column moved_at timestamptz,
            -- When it was last asked whether it is theirs, and how often without an answer.
            add column questioned_at timestamptz,
            add column questions int not null default 0;
        -- Of those who gave an address in their account it is not known whether they had given another one before, but where they were asked only once: in the second
        -- that their id is of.
        update engagement.notification_recipients set moved_at = asked_at
        where sealed_address is not null and audience <> 'Staff'
            and extract(epoch from asked_at) - ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0 > 1;
    end if;
end $$;

create index if not exists notification_recipients_owner on engagement.notification_recipients (owner_hash) where owner_hash is not null;

-- What each of them asked to be told of. The address lies here, sealed with the key of what they follow: with that it goes.
create table if not exists engagement.notification_follows (
    response_id uuid primary key,
    subject_id uuid not null,
    recipient_id uuid not null references engagement.notification_recipients on delete cascade,
    sealed_address text not null
);

do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_follows' and column_name = 'confirmed_at') then
        alter table engagement.notification_follows
            add column asked_at timestamptz not null default now(),
            -- Whoever reads that mailbox wants to be told of this. Until then nothing is: whoever named the address may be somebody else.
            add column confirmed_at timestamptz;
        update engagement.notification_follows f set asked_at = r.asked_at, confirmed_at = r.confirmed_at
        from engagement.notification_recipients r where r.id = f.recipient_id;
    end if;
end $$;

create index if not exists notification_follows_of_recipient on engagement.notification_follows (recipient_id);
create index if not exists notification_follows_of_subject on engagement.notification_follows (subject_id);

-- What is to be sent to them, and what came of it. It says what happened and nothing of what anybody said.
create table if not exists engagement.notifications (
    id uuid primary key,
    recipient_id uuid not null references engagement.notification_recipients on delete cascade,
    response_id uuid not null,
    kind text not null,
    -- The response, theme or loop.
    about_id uuid not null,
    -- What makes it another notification than the last one of its kind: the event, or what is told of once.
    occasion uuid not null,
    queued_at timestamptz not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    state text not null default 'Waiting',
    ended_at timestamptz,
    -- The code of the last problem.
    problem text,
    unique (recipient_id, kind, occasion)
);

create index if not exists notifications_waiting on engagement.notifications (due_at, id) where state = 'Waiting';
create index if not exists notifications_waiting_of_recipient on engagement.notifications (recipient_id) where state = 'Waiting';
create index if not exists notifications_untold on engagement.notifications (about_id, state) where kind = 'ConsultationOpened' and state in ('Waiting', 'Failed', 'Refused');
create index if not exists notifications_ended on engagement.notifications (ended_at) where ended_at is not null;

-- When the next message may go out, for all processes together.
create table if not exists engagement.notification_pace (only_one boolean primary key default true check (only_one), next_at timestamptz not null);

insert into engagement.notification_pace (next_at) values ('-infinity') on conflict do nothing;

-- How many were told that a consultation has opened. Who they were is forgotten in time, the number stays.
create table if not exists engagement.notification_openings (consultation_id uuid primary key, told int not null);

-- Webhooks

-- Programs of others that are told when something has been published.
create table if not exists engagement.webhooks (
    id uuid primary key,
    name text not null,
    address text not null,
    kinds text[] not null,
    state text not null,
    state_since timestamptz not null,
    -- Why it was turned off, where nobody did it.
    problem text,
    -- Since when what is sent has not been taken; null while it is.
    failing_since timestamptz,
    last_delivered_at timestamptz,
    -- The program that looks after it; null where administrators do.
    owner_id uuid,
    created_at timestamptz not null,
    -- Nothing is told of what stood in the log before.
    after_position bigint not null,
    -- One more with each new beginning: messages of an earlier one have nothing to say any more.
    round int not null
);

-- Which secrets sign, and until when.
create table if not exists engagement.webhook_secrets (
    webhook_id uuid not null references engagement.webhooks on delete cascade,
    number int not null,
    created_at timestamptz not null,
    ends_at timestamptz,
    primary key (webhook_id, number)
);

-- The secret, sealed with the platform's key; null for one of an earlier release, until it is kept too.
alter table engagement.webhook_secrets add column if not exists sealed bytea;

-- What each of them is told, and what came of it. Nothing that is not public is in a body.
create table if not exists engagement.webhook_deliveries (
    id uuid primary key,
    webhook_id uuid not null references engagement.webhooks on delete cascade,
    -- The same for everybody who is told of the same thing.
    message_id text not null,
    kind text not null,
    position bigint not null,
    occurred_at timestamptz not null,
    body text not null,
    state text not null,
    attempts int not null default 0,
    queued_at timestamptz not null,
    ended_at timestamptz
);

-- The message that tried it last: the next try is when that is due.
alter table engagement.webhook_deliveries add column if not exists envelope_id uuid;

create index if not exists webhook_deliveries_of_webhook on engagement.webhook_deliveries (webhook_id, queued_at desc, id desc);
create index if not exists webhook_deliveries_waiting on engagement.webhook_deliveries (webhook_id, position) where state = 'Waiting';
create index if not exists webhook_deliveries_queued on engagement.webhook_deliveries (queued_at);

create table if not exists engagement.webhook_attempts (
    id uuid primary key,
    delivery_id uuid not null references engagement.webhook_deliveries on delete cascade,
    at timestamptz not null,
    milliseconds int not null,
    -- The status of what was answered.
    status int,
    problem text
);

-- How the answer begins, for whoever looks for what is wrong.
alter table engagement.webhook_attempts add column if not exists answer text;

-- Where the answer sends whoever asked.
alter table engagement.webhook_attempts add column if not exists redirected_to text;

create index if not exists webhook_attempts_of_delivery on engagement.webhook_attempts (delivery_id, at);
