-- Who read what in confidence. Nothing of the content is here.
create table if not exists engagement.access_log (
    id uuid primary key,
    kind text not null,
    at timestamptz not null,
    role text not null,
    actor uuid,
    subject uuid,
    count int not null,
    purpose text not null,
    account text
);

create index if not exists access_log_newest on engagement.access_log (at desc, id desc);
