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
