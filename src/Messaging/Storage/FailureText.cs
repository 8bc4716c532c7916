using System.Text;
using Npgsql;

namespace Messaging.Storage;

/// <summary>
/// What is kept of an exception with a dead letter. Its own words may hold what a person wrote, so whoever uses the library says of which they are kept; of
/// any other its type is, and where it came from.
/// </summary>
internal sealed class FailureText(Func<Exception, bool>? keepsMessageOf)
{
    public const string NotKept = "Its words are not kept: they could hold what somebody wrote.";

    // Of an aggregate of aggregates, enough to see what it was.
    private const int Deepest = 8;

    public string MessageOf(Exception failure) => KeptMessageOf(failure) ?? NotKept;

    /// <summary>The exception and those within it, each with its type, the words that are kept, and its stack.</summary>
    public string DetailOf(Exception failure)
    {
        var text = new StringBuilder();
        Write(text, failure, depth: 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, Exception failure, int depth)
    {
        text.Append(failure.GetType().FullName);
        if (KeptMessageOf(failure) is { } message)
            text.Append(": ").Append(message);
        text.AppendLine().AppendLine(TryGet(() => failure.StackTrace));
        if (depth == Deepest)
            return;

        IEnumerable<Exception> within = failure is AggregateException several ? several.InnerExceptions : failure.InnerException is { } one ? [one] : [];
        foreach (var inner in within)
        {
            text.Append(" ---> ");
            Write(text, inner, depth + 1);
        }
    }

    private string? KeptMessageOf(Exception failure) => failure switch
    {
        _ when TryGet(() => failure is MessagingException || keepsMessageOf?.Invoke(failure) != false ? failure.Message : null) is { } kept => kept,
        // Its words can quote a value. The names of what it is about cannot.
        PostgresException refused => string.Join(
            ", ",
            new[] { $"PostgreSQL refused it with {refused.SqlState}", Named("table", refused.TableName), Named("column", refused.ColumnName), Named("constraint", refused.ConstraintName) }
                .OfType<string>()),
        _ => null,
    };

    /// <summary>What is said of a failure by others' code, which may fail too: then the failure would never be recorded, and its message tried for ever.</summary>
    private static string? TryGet(Func<string?> saying)
    {
        try
        {
            return saying();
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static string? Named(string what, string? name) => name is { Length: > 0 } ? $"{what} {name}" : null;
}
