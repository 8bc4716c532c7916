using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>A message that could not be handled, as the library keeps one.</summary>
internal sealed record DeadLetterGiven(string Queue = "default", string Type = "gone_from_the_code", string Body = "{}", string Error = "no answer")
{
    public Guid Id { get; } = Guid.CreateVersion7();
}

internal static class DeadLettersGiven
{
    public static async Task AddDeadLettersAsync(this RunningPlatform platform, IEnumerable<DeadLetterGiven> letters)
    {
        await using var source = NpgsqlDataSource.Create(platform.ConnectionString);
        foreach (var letter in letters)
        {
            await using var insert = source.CreateCommand(
                """
                insert into messaging.dead_letters (id, queue, message_type, body, attempts, sent_at, failed_at, correlation_id, exception_type, exception_message, exception_detail)
                values ($1, $2, $3, $4::json, 5, now(), now(), 'tuesday', 'System.TimeoutException', $5, 'System.TimeoutException: at the server')
                """);
            foreach (var value in new object[] { letter.Id, letter.Queue, letter.Type, letter.Body, letter.Error })
                insert.Parameters.AddWithValue(value);
            await insert.ExecuteNonQueryAsync();
        }
    }
}
