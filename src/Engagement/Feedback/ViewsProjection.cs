using Engagement.Common;
using Engagement.Participants;
using Engagement.Privacy;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>The officers' list of views. Holds the words in clear, because that screen is for reading them.</summary>
public sealed class ViewsProjection(SubjectKeys subjectKeys) : IProjection
{
    public const string ProjectionName = "Views";

    public string Name => ProjectionName;

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ViewCaptured), .. ViewChange.EventTypes, typeof(SubjectKeyDestroyed)];

    public IReadOnlyList<string> Tables => ["engagement.views"];

    public async Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        // Within a page all views are put in the list first: what happens to a view always comes after its capture.
        IEvent[] captured = [.. events.Where(e => e.Data is ViewCaptured)];
        if (captured.Length > 0)
            operations.QueueSqlCommand(await InsertAsync(captured, cancellationToken));

        var changes = ViewChange.Of(events);
        if (changes.Count > 0)
            operations.QueueSqlCommand(Update(changes));

        // Also in its own time: a page that was being opened while the key was destroyed may bring words in after they were erased.
        IEvent[] destroyed = [.. events.Where(e => e.Data is SubjectKeyDestroyed)];
        if (destroyed.Length > 0)
            operations.QueueSqlCommand(Erase(destroyed));
    }

    private async Task<NpgsqlBatchCommand> InsertAsync(IEvent[] captured, CancellationToken cancellationToken)
    {
        ViewCaptured[] views = [.. captured.Select(e => (ViewCaptured)e.Data)];
        var words = await subjectKeys.OpenAsync([.. views.Select(v => v.Words)], cancellationToken);

        return new NpgsqlBatchCommand(
            """
            insert into engagement.views
                (id, version, subject_id, consultation_id, source, source_id, wave_id, instrument_id, instrument_version, question_key,
                 audience, proxy, district, need, phase, text, said_at, changed, state, codes, not_codable)
            select v.*, $19, 0, false
            from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::int[], $10::text[],
                        $11::text[], $12::boolean[], $13::text[], $14::text[], $15::text[], $16::text[], $17::timestamptz[],
                        $18::bigint[]) as v
            on conflict (id) do nothing
            """)
        {
            Parameters =
            {
                Columns.Of(captured.Select(e => e.StreamId)),
                Columns.Of(captured.Select(e => (int)e.Version)),
                Columns.Of(views.Select(v => v.Words.Subject)),
                Columns.Of(views.Select(v => v.ConsultationId)),
                Columns.Of(views.Select(v => v.Source.Kind.ToString())),
                Columns.Of(views.Select(v => v.Source.Id)),
                Columns.Of(views.Select(v => v.Source.Question?.WaveId)),
                Columns.Of(views.Select(v => v.Source.Question?.InstrumentId)),
                Columns.Of(views.Select(v => v.Source.Question?.InstrumentVersion)),
                Columns.Of(views.Select(v => v.Source.Question?.Key)),
                Columns.Of(views.Select(v => v.Audience?.ToString())),
                Columns.Of(views.Select(v => v.Proxy)),
                Columns.Of(views.Select(v => v.District)),
                Columns.Of(views.Select(v => v.Need)),
                Columns.Of(views.Select(v => v.Phase)),
                Columns.Of(words),
                Columns.Of(views.Select(v => v.SaidAt.UtcDateTime)),
                Columns.Of(captured.Select(e => e.Sequence)),
                new NpgsqlParameter<string> { TypedValue = nameof(ViewState.Unread) },
            },
        };
    }

    // Only ever forward: a page that is applied twice changes nothing. The words of a view that was withdrawn are not kept for anyone to read.
    private static NpgsqlBatchCommand Update(IReadOnlyList<ViewChange> changes) => new(
        """
        update engagement.views v
        set codes = v.codes + c.more_codes,
            not_codable = coalesce(c.not_codable, v.not_codable),
            state = case
                when c.withdrawn or v.state = 'Withdrawn' then 'Withdrawn'
                when v.codes + c.more_codes > 0 then 'Coded'
                when coalesce(c.not_codable, v.not_codable) then 'NotCodable'
                else 'Unread'
            end,
            text = case when c.withdrawn then null else v.text end,
            read_at = coalesce(v.read_at, c.read_at),
            version = c.version,
            changed = c.position
        from unnest($1::uuid[], $2::int[], $3::bigint[], $4::int[], $5::boolean[], $6::boolean[], $7::timestamptz[])
            as c(id, version, position, more_codes, not_codable, withdrawn, read_at)
        where v.id = c.id and v.version < c.version
        """)
    {
        Parameters =
        {
            Columns.Of(changes.Select(c => c.ViewId)),
            Columns.Of(changes.Select(c => c.Version)),
            Columns.Of(changes.Select(c => c.Position)),
            Columns.Of(changes.Select(c => c.MoreCodes)),
            Columns.Of(changes.Select(c => c.NotCodable)),
            Columns.Of(changes.Select(c => c.Withdrawn)),
            Columns.OfMoments(changes.Select(c => c.ReadAt)),
        },
    };

    private static NpgsqlBatchCommand Erase(IEvent[] destroyed) => new(
        """
        update engagement.views v set text = null, changed = greatest(v.changed, d.position)
        from unnest($1::uuid[], $2::bigint[]) as d(subject, position) where v.subject_id = d.subject
        """)
    {
        Parameters =
        {
            Columns.Of(destroyed.Select(e => ((SubjectKeyDestroyed)e.Data).SubjectId)),
            Columns.Of(destroyed.Select(e => e.Sequence)),
        },
    };
}
