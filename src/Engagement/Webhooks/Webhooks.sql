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
