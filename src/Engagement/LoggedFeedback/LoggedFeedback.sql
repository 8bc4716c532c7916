-- The list of the log, the longest waiting first.
create index if not exists logentrysheet_day on public.mt_doc_logentrysheet ((data ->> 'ReceivedOn'), id);
