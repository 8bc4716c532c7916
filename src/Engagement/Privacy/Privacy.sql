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
