using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>What the public board is searched by. Written with the publication itself, like the board.</summary>
public sealed class EntryWordsProjection : IProjection
{
    public string Name => "EntryWords";

    public IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(LoopOpened), typeof(DecisionRecorded), typeof(DecisionReplaced), typeof(EntryPublished), typeof(EntryCorrected),
    ];

    public IReadOnlyList<string> Tables => ["engagement.entry_words"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events)
            operations.QueueSqlCommand(Change(e));

        return Task.CompletedTask;
    }

    private static NpgsqlBatchCommand Change(IEvent e) => e.Data switch
    {
        LoopOpened opened => Command(
            "insert into engagement.entry_words (loop_id, consultation_id) values ($1, $2) on conflict do nothing", e, Nullable(opened.ConsultationId)),
        DecisionRecorded decision => Decided(e, decision.Reasons),
        DecisionReplaced decision => Decided(e, decision.Reasons),
        EntryPublished entry => Command(
            "update engagement.entry_words set state = $2, published_on = $3, said = $4, audiences = $5, districts = $6 where loop_id = $1",
            e,
            Text(entry.State.ToString()),
            new NpgsqlParameter<DateOnly> { TypedValue = LondonCalendar.DayOf(e.OccurredAt()) },
            Text(Said(entry.Words)),
            Texts(entry.Words.Audiences.Select(a => a.ToString())),
            Texts(entry.Words.Districts)),
        EntryCorrected entry => Command(
            "update engagement.entry_words set said = $2, audiences = $3, districts = $4 where loop_id = $1",
            e,
            Text(Said(entry.Words)),
            Texts(entry.Words.Audiences.Select(a => a.ToString())),
            Texts(entry.Words.Districts)),
        _ => throw new InvalidOperationException($"{e.EventTypeName} does not change the words of an entry."),
    };

    private static NpgsqlBatchCommand Decided(IEvent e, string reasons) =>
        Command("update engagement.entry_words set decision = $2 where loop_id = $1", e, Text(reasons));

    private static string Said(EntryWords words) =>
        string.Join('\n', [words.YouSaid, words.WeDid, .. words.Renditions.SelectMany(r => new[] { r.YouSaid, r.WeDid })]);

    private static NpgsqlBatchCommand Command(string sql, IEvent e, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = e.StreamId });
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<string[]> Texts(IEnumerable<string> values) => new() { TypedValue = [.. values] };

    private static NpgsqlParameter<Guid?> Nullable(Guid? value) => new() { TypedValue = value };
}
