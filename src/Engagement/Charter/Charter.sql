-- The list of what is commissioned, what began last first.
create index if not exists commissioningactivity_started on public.mt_doc_commissioningactivity ((data ->> 'StartedOn'), id);
