-- Those that wait for somebody: the figures of the others are long, and need not be looked through for them.
create index if not exists releasepage_waiting on public.mt_doc_releasepage ((data ->> 'DraftedAt')) where data ->> 'State' in ('Checked', 'Approved');
