create schema if not exists events;

create table if not exists events.mt_streams (
    id uuid not null,
    type varchar null,
    version bigint null,
    timestamp timestamp with time zone not null default (now()),
    created timestamp with time zone not null default (now()),
    tenant_id varchar null default '*DEFAULT*',
    is_archived boolean null default false,
    constraint pkey_mt_streams_id primary key (id)
);

create table if not exists events.mt_events (
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
alter table events.mt_events add column if not exists bdata bytea null;
alter table events.mt_events add column if not exists correlation_id varchar null;
alter table events.mt_events add column if not exists causation_id varchar null;
alter table events.mt_events add column if not exists headers jsonb null;
alter table events.mt_events add column if not exists user_name varchar null;
create sequence if not exists events.mt_events_sequence;
alter sequence events.mt_events_sequence owned by events.mt_events.seq_id;
create unique index if not exists pk_mt_events_stream_and_version on events.mt_events using btree (stream_id, version);
do $$ begin
    if not exists (select from pg_constraint where conname = 'fkey_mt_events_stream_id' and conrelid = 'events.mt_events'::regclass) then
        alter table events.mt_events add constraint fkey_mt_events_stream_id
            foreign key (stream_id) references events.mt_streams (id) on delete cascade;
    end if;
end $$;

create table if not exists events.mt_event_progression (
    name varchar not null,
    last_seq_id bigint null,
    last_updated timestamp with time zone null default (transaction_timestamp()),
    constraint pk_mt_event_progression primary key (name)
);

create table if not exists events.mt_high_water_skips (
    ending_sequence bigint not null,
    starting_sequence bigint not null,
    timestamp timestamp with time zone not null default (now()),
    constraint pkey_mt_high_water_skips_ending_sequence primary key (ending_sequence)
);

create table if not exists events.mt_doc_deadletterevent (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_version uuid not null default (md5(random()::text || clock_timestamp()::text)::uuid),
    mt_dotnet_type varchar null,
    constraint pkey_mt_doc_deadletterevent_id primary key (id)
);

create table if not exists events.mt_idempotency_keys (
    key varchar not null,
    tenant_id varchar not null default '*DEFAULT*',
    result text not null,
    created timestamp with time zone not null,
    constraint pkey_mt_idempotency_keys primary key (key, tenant_id)
);

create table if not exists events.mt_projection_pauses (
    name varchar not null,
    reason varchar not null,
    paused_by varchar not null,
    paused_at timestamp with time zone not null,
    failed_sequence bigint null,
    constraint pkey_mt_projection_pauses_name primary key (name)
);

create table if not exists events.mt_projection_owners (
    name varchar not null,
    backend_pid integer not null,
    seen_alive timestamp with time zone not null,
    constraint pkey_mt_projection_owners_name primary key (name)
);

create table if not exists events.mt_seals (
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
create unique index if not exists ix_mt_seals_last_seq_id on events.mt_seals using btree (last_seq_id);

create table if not exists events.mt_doc_basketsummary (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamp with time zone null default (transaction_timestamp()),
    mt_dotnet_type varchar null,
    mt_version bigint not null default 0,
    constraint pkey_mt_doc_basketsummary_id primary key (id)
);

-- By this the next start knows that nothing is missing.
comment on table events.mt_event_progression is 'Event store ce51e1cf5e19b18d';

