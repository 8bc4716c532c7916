using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>The officers' list of views. Holds the words in clear, because that screen is for reading them.</summary>
public sealed class ViewsProjection(SubjectKeys subjectKeys) : IProjection
{
    public const string ProjectionName = "Views";

    public string Name => ProjectionName;

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ViewCaptured), typeof(ViewCoded), typeof(ViewNotCodable)];

    public IReadOnlyList<string> Tables => ["engagement.views"];

    public async Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        // Within a page all views are put in the list first: what happens to a view always comes after its capture.
        IEvent[] captured = [.. events.Where(e => e.Data is ViewCaptured)];
        if (captured.Length > 0)
            operations.QueueSqlCommand(await InsertAsync(captured, cancellationToken));

        foreach (var e in events)
        {
            if (e.Data is ViewCoded)
                operations.QueueSqlCommand(Update(e, ViewState.Coded));
            else if (e.Data is ViewNotCodable)
                operations.QueueSqlCommand(Update(e, ViewState.NotCodable));
        }
    }

    private async Task<NpgsqlBatchCommand> InsertAsync(IEvent[] captured, CancellationToken cancellationToken)
    {
        ViewCaptured[] views = [.. captured.Select(e => (ViewCaptured)e.Data)];
        var words = await subjectKeys.OpenAsync([.. views.Select(v => v.Words)], cancellationToken);

        return new NpgsqlBatchCommand(
            """
            insert into engagement.views
                (id, version, consultation_id, source, source_id, wave_id, instrument_id, instrument_version, question_key,
                 audience, proxy, district, need, phase, text, said_at, state)
            select v.*, $17
            from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::int[], $9::text[],
                        $10::text[], $11::boolean[], $12::text[], $13::text[], $14::text[], $15::text[], $16::timestamptz[]) as v
            on conflict (id) do nothing
            """)
        {
            Parameters =
            {
                Column(captured.Select(e => e.StreamId)),
                Column(captured.Select(e => (int)e.Version)),
                Column(views.Select(v => v.ConsultationId)),
                Column(views.Select(v => v.Source.Kind.ToString())),
                Column(views.Select(v => v.Source.Id)),
                Column(views.Select(v => v.Source.Question?.WaveId)),
                Column(views.Select(v => v.Source.Question?.InstrumentId)),
                Column(views.Select(v => v.Source.Question?.InstrumentVersion)),
                Column(views.Select(v => v.Source.Question?.Key)),
                Column(views.Select(v => v.Audience?.ToString())),
                Column(views.Select(v => v.Proxy)),
                Column(views.Select(v => v.District)),
                Column(views.Select(v => v.Need)),
                Column(views.Select(v => v.Phase)),
                Column(words),
                Column(views.Select(v => v.SaidAt.UtcDateTime)),
                new NpgsqlParameter<string> { TypedValue = nameof(ViewState.Unread) },
            },
        };
    }

    // Only ever forward: a page that is applied twice changes nothing.
    private static NpgsqlBatchCommand Update(IEvent e, ViewState state) => new(
        """
        update engagement.views set state = $2, version = $3, read_at = coalesce(read_at, $4) where id = $1 and version < $3
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = e.StreamId },
            new NpgsqlParameter<string> { TypedValue = state.ToString() },
            new NpgsqlParameter<int> { TypedValue = (int)e.Version },
            new NpgsqlParameter<DateTime> { TypedValue = e.OccurredAt().UtcDateTime },
        },
    };

    private static NpgsqlParameter<T[]> Column<T>(IEnumerable<T> values) => new() { TypedValue = [.. values] };
}
