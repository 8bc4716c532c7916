using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>Which views, and so which responses, are behind a theme. Written with the coding itself, so counts of a theme are exact.</summary>
public sealed class ViewThemesProjection : IProjection
{
    public string Name => "ViewThemes";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ViewCoded)];

    public IReadOnlyList<string> Tables => ["engagement.view_themes"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events)
        {
            if (e.Data is ViewCoded coded)
                operations.QueueSqlCommand(Link(e.StreamId, coded, e.OccurredAt()));
        }

        return Task.CompletedTask;
    }

    private static NpgsqlBatchCommand Link(Guid viewId, ViewCoded coded, DateTimeOffset at) => new(
        """
        insert into engagement.view_themes (view_id, theme_id, source_id, coded_at) values ($1, $2, $3, $4)
        on conflict do nothing
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = viewId },
            new NpgsqlParameter<Guid> { TypedValue = coded.ThemeId },
            new NpgsqlParameter<Guid> { TypedValue = coded.SourceId },
            new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime },
        },
    };
}
