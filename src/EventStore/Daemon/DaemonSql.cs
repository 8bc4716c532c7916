namespace EventStore;

/// <summary>The daemon's statements, made once for a store.</summary>
internal sealed class DaemonSql
{
    /// <summary>What a page's transaction fails with when the checkpoint is not where its writer left it.</summary>
    public const string CheckpointMoved = "CHECKPOINT_MOVED";

    private const string WordsForgotten = "Of what an exception said, only that is here which KeepsMessageOf keeps.";

    public DaemonSql(string schema)
    {
        ReadRange = $"select {EventRows.Columns} from {schema}.mt_events where seq_id > $1 and seq_id <= $2 and {StoreSql.NoTombstone} order by seq_id limit $3";
        ReadRangeOfTypes =
            $"select {EventRows.Columns} from {schema}.mt_events where seq_id > $1 and seq_id <= $2 and {StoreSql.NoTombstone} and type = any($4) order by seq_id limit $3";
        ReadEvent = $"select {EventRows.Columns} from {schema}.mt_events where seq_id = $1";
        ReadStreamUpTo = $"select {EventRows.Columns} from {schema}.mt_events where stream_id = $1 and tenant_id = $2 and seq_id <= $3 order by version";

        StartCheckpoint =
            $"""
            insert into {schema}.mt_event_progression as p (name, last_seq_id, last_updated) values ($1, $2, clock_timestamp())
            on conflict (name) do update set last_updated = greatest(clock_timestamp(), p.last_updated + interval '1 microsecond')
            returning last_seq_id, last_updated
            """;
        MoveCheckpoint =
            $"""
            with moved as (
                update {schema}.mt_event_progression set last_seq_id = $3, last_updated = $5 where name = $1 and last_seq_id = $2 and last_updated = $4
                returning 1)
            select cast(case count(*) when 1 then '1' else '{CheckpointMoved}' end as int) from moved
            """;
        PlaceCheckpoint =
            $"""
            update {schema}.mt_event_progression
            set last_seq_id = $2, last_updated = greatest(clock_timestamp(), last_updated + interval '1 microsecond') where name = $1
            """;
        DeleteCheckpoints = $"delete from {schema}.mt_event_progression where starts_with(name, $1)";

        KeepDeadLetter = $"insert into {schema}.mt_doc_deadletterevent (id, data, mt_last_modified, mt_dotnet_type) values ($1, $2, now(), $3)";
        ListDeadLetters =
            $"""
            select data from {schema}.mt_doc_deadletterevent
            where ($1::varchar is null or data ->> 'ProjectionName' = $1)
              and ($2::timestamptz is null or ((data ->> 'Timestamp')::timestamptz, id) < ($2, $3))
            order by (data ->> 'Timestamp')::timestamptz desc, id desc limit $4
            """;
        FindDeadLetter = $"select data from {schema}.mt_doc_deadletterevent where id = $1";
        // In a comment, because the columns are Marten's.
        ForgetWordsOnce =
            $"""
            -- Dead letters from before it was said whose words are kept lose theirs, once: the table's comment says that it is done.
            do $$ begin
                if obj_description('{schema}.mt_doc_deadletterevent'::regclass, 'pg_class') is distinct from '{WordsForgotten}' then
                    update {schema}.mt_doc_deadletterevent set data = jsonb_set(data, array['ExceptionMessage'], to_jsonb('{FailureText.NotKept}'::text));
                    update {schema}.mt_projection_pauses set reason = 'Event ' || failed_sequence || ' failed. {FailureText.NotKept}' where failed_sequence is not null;
                    comment on table {schema}.mt_doc_deadletterevent is '{WordsForgotten}';
                end if;
            end $$;
            """;
        DeadLettersOldestFirst =
            $"select id from {schema}.mt_doc_deadletterevent where data ->> 'ProjectionName' = $1 order by (data ->> 'EventSequence')::bigint, id";
        DeadLetterSequences =
            $"select (data ->> 'EventSequence')::bigint from {schema}.mt_doc_deadletterevent where data ->> 'ProjectionName' = $1 and id <> $2";
        DeleteDeadLetter = $"delete from {schema}.mt_doc_deadletterevent where id = $1";
        AdoptDeadLetters =
            $"update {schema}.mt_doc_deadletterevent set data = jsonb_set(data, '{{ProjectionName}}', to_jsonb($2::text)) where data ->> 'ProjectionName' = $1";
        DeleteDeadLettersOf = $"delete from {schema}.mt_doc_deadletterevent where data ->> 'ProjectionName' = $1";

        Pause =
            $"""
            insert into {schema}.mt_projection_pauses (name, reason, paused_by, paused_at, failed_sequence) values ($1, $2, $3, clock_timestamp(), $4)
            on conflict (name) do nothing
            """;
        Resume = $"delete from {schema}.mt_projection_pauses where name = $1";
        ReadPauses = $"select name, reason, paused_by, paused_at, failed_sequence from {schema}.mt_projection_pauses";
        ReadProgress =
            $"""
            select n.name, coalesce(p.last_seq_id, 0),
                (select e.timestamp from {schema}.mt_events e where e.seq_id > coalesce(p.last_seq_id, 0) order by e.seq_id limit 1)
            from unnest($1) as n (name) left join {schema}.mt_event_progression p on p.name = n.name
            """;
        CountDeadLetters = $"select data ->> 'ProjectionName', count(*) from {schema}.mt_doc_deadletterevent group by 1";

        Own =
            $"""
            insert into {schema}.mt_projection_owners (name, backend_pid, seen_alive) values ($1, pg_backend_pid(), clock_timestamp())
            on conflict (name) do update set backend_pid = excluded.backend_pid, seen_alive = excluded.seen_alive
            """;
        Beat = $"update {schema}.mt_projection_owners set seen_alive = clock_timestamp() where name = any($1)";
        EndSilentOwner =
            $"""
            select pg_terminate_backend(o.backend_pid)
            from {schema}.mt_projection_owners o
            join pg_locks l on l.pid = o.backend_pid and l.locktype = 'advisory' and l.objsubid = 1 and l.granted
              and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended($2, 0)
              and l.database = (select oid from pg_database where datname = current_database())
            where o.name = $1 and o.seen_alive < clock_timestamp() - $3
            """;

        Survey =
            $"""
            with held as (
                select classid::bigint << 32 | objid::bigint as key from pg_locks
                where locktype = 'advisory' and objsubid = 1 and granted and database = (select oid from pg_database where datname = current_database()))
            select coalesce(p.last_seq_id, 0),
                (select e.timestamp from {schema}.mt_events e where e.seq_id > coalesce(p.last_seq_id, 0) order by e.seq_id limit 1),
                (select count(*) from {schema}.mt_doc_deadletterevent d where d.data ->> 'ProjectionName' = n.name),
                z.reason, z.paused_by, z.paused_at, z.failed_sequence,
                l.key is not null, coalesce(o.seen_alive > clock_timestamp() - $5, false), r.key is not null,
                (select max(b.last_seq_id) from {schema}.mt_event_progression b where starts_with(b.name, n.name || ':Rebuild:'))
            from unnest($1, $2, $3, $4) with ordinality as n (name, progress_name, lock_key, rebuild_key, number)
            left join {schema}.mt_event_progression p on p.name = n.progress_name
            left join {schema}.mt_projection_pauses z on z.name = n.name
            left join {schema}.mt_projection_owners o on o.name = n.name
            left join held l on l.key = hashtextextended(n.lock_key, 0)
            left join held r on r.key = hashtextextended(n.rebuild_key, 0)
            order by n.number
            """;

        KeepSkips =
            $"""
            insert into {schema}.mt_high_water_skips (ending_sequence, starting_sequence, timestamp)
            select s.ending, s.starting, now() from unnest($1, $2) as s (ending, starting) on conflict (ending_sequence) do nothing
            """;
    }

    public string ReadRange { get; }
    public string ReadRangeOfTypes { get; }
    public string ReadEvent { get; }
    public string ReadStreamUpTo { get; }

    /// <summary>Makes the row if there is none, and takes it over from whoever wrote it last: that one's next page fails.</summary>
    public string StartCheckpoint { get; }

    /// <summary>The time of the last write is part of the condition, so that whoever touches the row makes the pages computed before fail.</summary>
    public string MoveCheckpoint { get; }

    /// <summary>Moves the row wherever it is. Whoever runs the projection then fails to commit its page and goes on from here.</summary>
    public string PlaceCheckpoint { get; }

    public string DeleteCheckpoints { get; }
    public string KeepDeadLetter { get; }
    public string ListDeadLetters { get; }
    public string FindDeadLetter { get; }

    /// <summary>Takes the words from what was kept before the store was told whose to keep; at the first run only.</summary>
    public string ForgetWordsOnce { get; }

    public string DeadLettersOldestFirst { get; }
    public string DeadLetterSequences { get; }
    public string DeleteDeadLetter { get; }
    public string AdoptDeadLetters { get; }
    public string DeleteDeadLettersOf { get; }
    public string Pause { get; }
    public string Resume { get; }
    public string ReadPauses { get; }
    public string ReadProgress { get; }
    public string CountDeadLetters { get; }
    public string Own { get; }
    public string Beat { get; }

    /// <summary>Ends the connection that holds a projection's lock, if its node has not been heard of for a while.</summary>
    public string EndSilentOwner { get; }

    /// <summary>How each projection is, in the order asked for.</summary>
    public string Survey { get; }

    public string KeepSkips { get; }
}
