using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Privacy;

/// <summary>Goes through what has been kept long enough.</summary>
public sealed class RetentionRun(
    DocumentStore store, PrivacyCommands privacy, IEnumerable<ExpiringRows> rows, IEnumerable<ExpiringSubjects> subjects, TimeProvider clock)
{
    private const int PageSize = 100;
    private const string ActorRole = "system";

    // What is under the eyes of the safeguarding lead, or was within the years of its rule, keeps everything that its author wrote.
    private static readonly string NotWatched =
        $"""
        not exists (
            select from engagement.contributions w join engagement.safeguarding_items i on i.source_id = w.id
            where w.author_id = k.subject_id and (i.closed_at is null or {LondonCalendar.SqlDayOf("i.closed_at")} > $2::date))
        """;

    private static RetentionPolicy Policy => RetentionPolicy.Current;

    /// <summary>How many records of each class are due now, for the classes that something is kept of.</summary>
    public async Task<IReadOnlyDictionary<string, long>> DueAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var due = new Dictionary<string, long>();
        foreach (var one in rows)
        {
            due[one.RecordClass] = due.GetValueOrDefault(one.RecordClass) + await store.CountAsync(
                $"select count(*) from {one.Table} where {one.Condition}", cancellationToken, Policy.Of(one.RecordClass).Reaches(today));
        }

        foreach (var one in subjects)
        {
            due[one.RecordClass] = due.GetValueOrDefault(one.RecordClass) + await store.CountAsync(
                $"select count(*) from engagement.subject_keys k where k.wrapped_key is not null and {NotWatched} and ({one.Due})",
                cancellationToken,
                Policy.Of(one.RecordClass).Reaches(today),
                Policy.Of(RecordClasses.SafeguardingItems).Reaches(today));
        }

        return due;
    }

    /// <summary>Expires what is due of a class, a page of it at a time.</summary>
    /// <returns>The subject to go on after; null when the class is done.</returns>
    public async Task<Guid?> ExpireAsync(string recordClass, DateOnly today, Guid? after, CancellationToken cancellationToken)
    {
        var reaches = Policy.Of(recordClass).Reaches(today);
        if (after is null)
            await DeleteRowsAsync(recordClass, reaches, cancellationToken);

        Guid[] page = [.. await PageAsync(recordClass, reaches, today, after, cancellationToken)];
        foreach (var subject in page)
        {
            if (recordClass == RecordClasses.Participants && await HasAnsweredSinceAsync(subject, reaches, cancellationToken))
                continue;

            await privacy.ExpireAsync(
                new RetentionExpired(subject, recordClass, Policy.Version, today), new CommandContext(ActorRole), cancellationToken);
        }

        return page.Length == PageSize ? page[^1] : null;
    }

    private async Task DeleteRowsAsync(string recordClass, DateOnly reaches, CancellationToken cancellationToken)
    {
        foreach (var one in rows.Where(one => one.RecordClass == recordClass))
        {
            var count = await store.CountAsync($"select count(*) from {one.Table} where {one.Condition}", cancellationToken, reaches);
            if (count == 0)
                continue;

            await using var session = store.LightweightSession();
            session.LastModifiedBy = ActorRole;
            session.Events.Append(
                RetentionLog.IdOf(recordClass), new RecordsExpired(recordClass, Policy.Version, clock.LondonToday(), (int)count));
            session.QueueSqlCommand(new NpgsqlBatchCommand($"delete from {one.Table} where {one.Condition}")
            {
                Parameters = { new NpgsqlParameter<DateOnly> { TypedValue = reaches } },
            });
            await session.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Guid>> PageAsync(
        string recordClass, DateOnly reaches, DateOnly today, Guid? after, CancellationToken cancellationToken)
    {
        if (subjects.FirstOrDefault(one => one.RecordClass == recordClass) is not { } due)
            return [];

        return await store.ListAsync(
            $"""
            select k.subject_id from engagement.subject_keys k
            where k.wrapped_key is not null and {NotWatched} and ({due.Due}) and ($3::uuid is null or k.subject_id > $3)
            order by k.subject_id limit {PageSize}
            """,
            row => row.GetGuid(0),
            cancellationToken,
            reaches,
            Policy.Of(RecordClasses.SafeguardingItems).Reaches(today),
            after);
    }

    // Only the platform can tell which responses are a participant's.
    private async Task<bool> HasAnsweredSinceAsync(Guid participant, DateOnly day, CancellationToken cancellationToken)
    {
        var others = await privacy.OtherSubjectsAsync(participant, cancellationToken);
        return await store.CountAsync(
            $"select count(*) from engagement.subject_keys where subject_id = any($1) and {LondonCalendar.SqlDayOf("created_at")} > $2",
            cancellationToken,
            others.ToArray(),
            day) > 0;
    }
}
