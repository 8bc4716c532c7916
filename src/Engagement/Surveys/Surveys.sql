-- Not unique: two references may come out the same among millions; the secret tells them apart.
create index if not exists receipt_reference on public.mt_doc_receipt ((data ->> 'Reference'));

-- Answers that were begun and not sent, sealed with the secret of their receipt.
create table if not exists engagement.response_drafts (
    id uuid primary key,
    wave_id uuid not null,
    reference text not null,
    secret_hash text not null,
    content bytea not null,
    saved_at timestamptz not null
);

create index if not exists response_drafts_reference on engagement.response_drafts (reference);
create index if not exists response_drafts_wave on engagement.response_drafts (wave_id);
create index if not exists wavepage_consultation on public.mt_doc_wavepage ((data ->> 'ConsultationId'));
