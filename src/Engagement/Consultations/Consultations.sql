create unique index if not exists consultationpage_slug on public.mt_doc_consultationpage ((data ->> 'Slug'));
