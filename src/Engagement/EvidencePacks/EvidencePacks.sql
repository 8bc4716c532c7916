-- How far the making of a pack is, and what came of it. It is made once and kept: no projection rebuilds it.
create table if not exists engagement.evidence_pack_files (
    pack_id uuid primary key,
    percent int not null,
    stage text not null,
    -- When the work last gave a sign of life.
    seen_at timestamptz not null,
    content bytea
);

-- One row where the people in this database are made up: every pack says so.
create table if not exists engagement.demonstration (is_made_up boolean primary key check (is_made_up));

-- Those that are the same.
create index if not exists evidencepack_hash on public.mt_doc_evidencepack (((data ->> 'ManifestHash'))) where data ->> 'ManifestHash' is not null;
