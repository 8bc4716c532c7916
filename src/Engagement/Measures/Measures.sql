-- The list of measures, by their numbers.
create index if not exists measurepage_place on public.mt_doc_measurepage ((data ->> 'Place'), id);
