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
