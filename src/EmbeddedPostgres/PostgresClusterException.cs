namespace EmbeddedPostgres;

/// <summary>The embedded PostgreSQL cannot do what was asked. The message says what is wrong and what to do about it.</summary>
public class PostgresClusterException : Exception
{
    /// <summary>Says what is wrong, with a code that does not change between releases.</summary>
    public PostgresClusterException(string code, string message, Exception? innerException = null)
        : base(message, innerException)
        => Code = code;

    /// <summary>A stable code, for programs.</summary>
    public string Code { get; }
}
