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
