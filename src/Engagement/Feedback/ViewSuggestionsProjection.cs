using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>What coders made of suggestions. Written with the events themselves: a suggestion that was rejected is gone at once.</summary>
public sealed class ViewSuggestionsProjection : IProjection
{
    public string Name => "ViewSuggestions";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ViewCoded), typeof(ViewSuggestionRejected)];

    public IReadOnlyList<string> Tables => ["engagement.view_suggestions"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        (IEvent Event, Guid Theme, Suggestion Suggestion, bool Accepted)[] decided =
        [
            .. events.SelectMany<IEvent, (IEvent, Guid, Suggestion, bool)>(e => e.Data switch
            {
                ViewCoded { Suggestion: { } accepted } coded => [(e, coded.ThemeId, accepted, true)],
                ViewSuggestionRejected rejected => [(e, rejected.ThemeId, rejected.Suggestion, false)],
                _ => [],
            }),
        ];
        if (decided.Length == 0)
            return Task.CompletedTask;

        operations.QueueSqlCommand(new NpgsqlBatchCommand(
            """
            insert into engagement.view_suggestions
                (view_id, view_version, theme_id, method, method_version, score, accepted, decided_at)
            select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::int[], $6::float8[], $7::boolean[], $8::timestamptz[])
            on conflict do nothing
            """)
        {
            Parameters =
            {
                Columns.Of(decided.Select(d => d.Event.StreamId)),
                Columns.Of(decided.Select(d => (int)d.Event.Version)),
                Columns.Of(decided.Select(d => d.Theme)),
                Columns.Of(decided.Select(d => d.Suggestion.Method)),
                Columns.Of(decided.Select(d => d.Suggestion.MethodVersion)),
                Columns.Of(decided.Select(d => d.Suggestion.Score)),
                Columns.Of(decided.Select(d => d.Accepted)),
                Columns.Of(decided.Select(d => d.Event.OccurredAt().UtcDateTime)),
            },
        });
        return Task.CompletedTask;
    }
}
