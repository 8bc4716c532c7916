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
