create table if not exists engagement.subject_keys (
    subject_id uuid primary key,
    wrapped_key bytea not null,
    kek_id text not null,
    created_at timestamptz not null
);
