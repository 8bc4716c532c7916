create index if not exists logentrysheet_oldest on public.mt_doc_logentrysheet ((data ->> 'ReceivedOn'), id);
