create table if not exists engagement.subject_keys (
    subject_id uuid primary key,
    wrapped_key bytea not null,
    kek_id text not null,
    created_at timestamptz not null
);

-- A key that was destroyed leaves its row behind: no other is ever made for that subject. Altered once only: at each start it would wait for whoever writes.
do $$ begin
    if not exists (select from information_schema.columns where table_schema = 'engagement' and table_name = 'subject_keys' and column_name = 'proof') then
        alter table engagement.subject_keys
            alter column wrapped_key drop not null,
            alter column kek_id drop not null,
            add column destroyed_at timestamptz,
            add column proof text;
    end if;
end $$;

create index if not exists subject_keys_oldest on engagement.subject_keys (created_at) where wrapped_key is not null;
create index if not exists subject_keys_destroyed on engagement.subject_keys (destroyed_at) where destroyed_at is not null;
