create index if not exists paperformcard_waiting on public.mt_doc_paperformcard ((data ->> 'WaveId'), (data ->> 'FormNumber'))
    where data ->> 'State' <> 'Checked';
