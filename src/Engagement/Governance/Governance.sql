-- The list of groups, by name.
create index if not exists governancegrouppage_name on public.mt_doc_governancegrouppage ((data ->> 'Name'), id);
