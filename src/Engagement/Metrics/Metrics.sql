create index if not exists consultationmetrics_consultation on public.mt_doc_consultationmetrics ((data ->> 'ConsultationId'));
