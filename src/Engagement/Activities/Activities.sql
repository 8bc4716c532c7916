-- The list of activities, the latest day first.
create index if not exists activitypage_day on public.mt_doc_activitypage ((data ->> 'OnDay'), id);
