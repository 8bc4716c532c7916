create schema if not exists engagement;

-- Participants

create table if not exists engagement.subject_keys (
    subject_id uuid primary key,
    wrapped_key bytea not null,
    kek_id text not null,
    created_at timestamptz not null
);

-- Consultations

create unique index if not exists consultationpage_slug on public.mt_doc_consultationpage ((data ->> 'Slug'));

-- Surveys

-- Not unique: two references may come out the same among millions; the secret tells them apart.
create index if not exists receipt_reference on public.mt_doc_receipt ((data ->> 'Reference'));

-- Feedback

create table if not exists engagement.views (
    id uuid primary key,
    consultation_id uuid not null,
    wave_id uuid not null,
    response_id uuid not null,
    instrument_id uuid not null,
    question_key text not null,
    -- In clear, because the officers' screen needs it; null once erased.
    text text,
    said_at timestamptz not null,
    state text not null,
    read_at timestamptz,
    version int not null
);

create index if not exists views_newest on engagement.views (consultation_id, said_at desc, id desc);
create index if not exists views_newest_in_state on engagement.views (consultation_id, state, said_at desc, id desc);
create index if not exists views_of_response on engagement.views (response_id);

create table if not exists engagement.view_themes (
    view_id uuid not null,
    theme_id uuid not null,
    response_id uuid not null,
    coded_at timestamptz not null,
    primary key (view_id, theme_id)
);

create index if not exists view_themes_of_theme on engagement.view_themes (theme_id, response_id);
create index if not exists view_themes_of_response on engagement.view_themes (response_id);

create table if not exists engagement.entries (
    loop_id uuid primary key,
    slug text not null unique,
    -- Where in the log the entry last changed: the order of the board.
    position bigint not null unique
);

create index if not exists themecard_consultation on public.mt_doc_themecard ((data ->> 'ConsultationId'));
create index if not exists loopcard_consultation on public.mt_doc_loopcard ((data ->> 'ConsultationId'));
