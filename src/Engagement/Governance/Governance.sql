-- The list of groups, by name.
create index if not exists governancegrouppage_name on public.mt_doc_governancegrouppage ((data ->> 'Name'), id);

-- The meetings of a group, the latest first, and those of a time, and what stands in the way, the oldest first.
create index if not exists meetingpage_group on public.mt_doc_meetingpage ((data ->> 'GroupId'), (data ->> 'OnDay'), id);
create index if not exists meetingpage_day on public.mt_doc_meetingpage ((data ->> 'OnDay'), id);
create index if not exists barrierpage_raised on public.mt_doc_barrierpage ((data ->> 'RaisedOn'), id);
