using System.Text;
using System.Text.Json;
using Npgsql;

namespace EventStore;

/// <summary>
/// What is kept and told of what a projection or subscription threw. Its own words may hold what a person wrote, which it was handed with the event, so
/// whoever uses the store says of which they are kept; of any other its type is, and where it came from.
/// </summary>
internal sealed class FailureText(Func<Exception, bool>? keepsMessageOf)
{
    public const string NotKept = "Its words are not kept: they could hold what somebody wrote.";

    // Of an aggregate of aggregates, enough to see what it was.
    private const int Deepest = 8;

    public string MessageOf(Exception failure) => KeptMessageOf(failure) ?? NotKept;

    /// <summary>In one line, for those who look at how a projection is.</summary>
    public string SummaryOf(Exception failure) => $"{failure.GetType().Name}: {MessageOf(failure)}";

    /// <summary>For the log: the exception and those within it, each with its type, the words that are kept, and its stack.</summary>
    public string DetailOf(Exception failure)
    {
        var text = new StringBuilder();
        Write(text, failure, depth: 0);
        return text.ToString();
    }

    /// <summary>What the store's own exceptions say of one within, whoever is told: a place in JSON, our own words, or the type alone.</summary>
    public static string KindOf(Exception failure) => failure switch
    {
        EventStoreException ours => ours.Message,
        JsonException { Path: { } path } => $"{failure.GetType().Name} at {path}",
        _ => failure.GetType().Name,
    };

    private void Write(StringBuilder text, Exception failure, int depth)
    {
        text.Append(failure.GetType().FullName);
        if (KeptMessageOf(failure) is { } message) text.Append(": ").Append(message);
        text.AppendLine().AppendLine(failure.StackTrace);
        if (depth == Deepest) return;

        IEnumerable<Exception> within = failure is AggregateException several ? several.InnerExceptions : failure.InnerException is { } one ? [one] : [];
        foreach (var inner in within)
        {
            text.Append(" ---> ");
            Write(text, inner, depth + 1);
        }
    }

    private string? KeptMessageOf(Exception failure) => failure switch
    {
        _ when failure is EventStoreException || keepsMessageOf?.Invoke(failure) != false => failure.Message,
        // Its words can quote a value. The names of what it is about cannot.
        PostgresException refused => string.Join(
            ", ",
            new[] { $"PostgreSQL refused it with {refused.SqlState}", Named("table", refused.TableName), Named("column", refused.ColumnName), Named("constraint", refused.ConstraintName) }
                .OfType<string>()),
        _ => null,
    };

    private static string? Named(string what, string? name) => name is { Length: > 0 } ? $"{what} {name}" : null;
}
