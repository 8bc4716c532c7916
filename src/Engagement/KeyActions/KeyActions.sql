-- The list of key actions, the milestone that comes next first.
create index if not exists keyactionpage_next on public.mt_doc_keyactionpage ((coalesce(data ->> 'NextDueOn', '9999-12-31')), id);
