-- Who asked to be told what becomes of what they said: an address, known by a keyed hash only, and how they want it.
create table if not exists engagement.notification_recipients (
    id uuid primary key,
    address_hash bytea not null unique,
    -- Whose account it is, where they have one: known by a keyed hash too, so that the database alone ties nobody to what they said.
    owner_hash bytea,
    audience text not null,
    language text not null,
    frequency text not null,
    -- Whether the night is left alone.
    quiet boolean not null,
    -- Kinds that they do not want.
    unwanted text[] not null,
    asked_at timestamptz not null,
    -- The last letter that they had not just asked for.
    last_sent_at timestamptz,
    -- They stopped it themselves.
    stopped_at timestamptz,
    -- Their mailbox takes nothing.
    refused_at timestamptz
);

-- Altered once only: at each start it would wait for whoever writes. Those of before are written to already.
do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_recipients' and column_name = 'confirmed_at') then
        alter table engagement.notification_recipients
            -- They have shown that the address is theirs; until then nothing but the question is sent to it.
            add column confirmed_at timestamptz,
            -- Whose consultations they want to hear of.
            add column interests text[] not null default '{}',
            -- The address of staff, sealed with the platform's key, and the one that was given in an account, with its key too: they may follow nothing that has one.
            add column sealed_address bytea,
            -- Of staff: what they may do, as of the last time that they signed in.
            add column permissions text[] not null default '{}',
            add column known_at timestamptz;
        update engagement.notification_recipients set confirmed_at = asked_at;
    end if;
end $$;

do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_recipients' and column_name = 'about') then
        alter table engagement.notification_recipients
            -- What the consultations have to be about that they want to hear of, and in which districts: about services, and the coarsest place there is.
            add column about text[] not null default '{}',
            add column districts text[] not null default '{}';
    end if;
end $$;

do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_recipients' and column_name = 'held_until') then
        alter table engagement.notification_recipients
            -- A process writes to them, and no other does until then; null when none does.
            add column held_until timestamptz;
    end if;
end $$;

do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_recipients' and column_name = 'moved_at') then
        alter table engagement.notification_recipients
            -- When this address took the place of another one.
            add column moved_at timestamptz,
            -- When it was last asked whether it is theirs, and how often without an answer.
            add column questioned_at timestamptz,
            add column questions int not null default 0;
        -- Of those who gave an address in their account it is not known whether they had given another one before, but where they were asked only once: in the second
        -- that their id is of.
        update engagement.notification_recipients set moved_at = asked_at
        where sealed_address is not null and audience <> 'Staff'
            and extract(epoch from asked_at) - ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0 > 1;
    end if;
end $$;

create index if not exists notification_recipients_owner on engagement.notification_recipients (owner_hash) where owner_hash is not null;

-- What each of them asked to be told of. The address lies here, sealed with the key of what they follow: with that it goes.
create table if not exists engagement.notification_follows (
    response_id uuid primary key,
    subject_id uuid not null,
    recipient_id uuid not null references engagement.notification_recipients on delete cascade,
    sealed_address text not null
);

do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'notification_follows' and column_name = 'confirmed_at') then
        alter table engagement.notification_follows
            add column asked_at timestamptz not null default now(),
            -- Whoever reads that mailbox wants to be told of this. Until then nothing is: whoever named the address may be somebody else.
            add column confirmed_at timestamptz;
        update engagement.notification_follows f set asked_at = r.asked_at, confirmed_at = r.confirmed_at
        from engagement.notification_recipients r where r.id = f.recipient_id;
    end if;
end $$;

create index if not exists notification_follows_of_recipient on engagement.notification_follows (recipient_id);
create index if not exists notification_follows_of_subject on engagement.notification_follows (subject_id);

-- What is to be sent to them, and what came of it. It says what happened and nothing of what anybody said.
create table if not exists engagement.notifications (
    id uuid primary key,
    recipient_id uuid not null references engagement.notification_recipients on delete cascade,
    response_id uuid not null,
    kind text not null,
    -- The response, theme or loop.
    about_id uuid not null,
    -- What makes it another notification than the last one of its kind: the event, or what is told of once.
    occasion uuid not null,
    queued_at timestamptz not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    state text not null default 'Waiting',
    ended_at timestamptz,
    -- The code of the last problem.
    problem text,
    unique (recipient_id, kind, occasion)
);

create index if not exists notifications_waiting on engagement.notifications (due_at, id) where state = 'Waiting';
create index if not exists notifications_waiting_of_recipient on engagement.notifications (recipient_id) where state = 'Waiting';
create index if not exists notifications_untold on engagement.notifications (about_id, state) where kind = 'ConsultationOpened' and state in ('Waiting', 'Failed', 'Refused');
create index if not exists notifications_ended on engagement.notifications (ended_at) where ended_at is not null;

-- When the next message may go out, for all processes together.
create table if not exists engagement.notification_pace (only_one boolean primary key default true check (only_one), next_at timestamptz not null);

insert into engagement.notification_pace (next_at) values ('-infinity') on conflict do nothing;

-- How many were told that a consultation has opened. Who they were is forgotten in time, the number stays.
create table if not exists engagement.notification_openings (consultation_id uuid primary key, told int not null);
