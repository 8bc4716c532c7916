create index if not exists activitypage_by_day on public.mt_doc_activitypage ((data ->> 'OnDay'), id);
create index if not exists activitypage_consultation on public.mt_doc_activitypage ((data ->> 'ConsultationId'), (data ->> 'OnDay'), id);
