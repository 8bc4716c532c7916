-- Not unique: two references may come out the same among millions; the secret tells them apart.
create index if not exists receipt_reference on public.mt_doc_receipt ((data ->> 'Reference'));
create index if not exists wavepage_consultation on public.mt_doc_wavepage ((data ->> 'ConsultationId'));
