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
