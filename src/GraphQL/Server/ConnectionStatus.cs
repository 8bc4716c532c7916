namespace GraphQL.Server;

/// <summary>Whether a socket may go on after it has introduced itself.</summary>
public sealed class ConnectionStatus
{
    private ConnectionStatus(bool isAccepted, string? reason)
    {
        IsAccepted = isAccepted;
        Reason = reason;
    }

    /// <summary>Whether it may.</summary>
    public bool IsAccepted { get; }

    /// <summary>Why it may not, in words the client is told, or null.</summary>
    public string? Reason { get; }

    /// <summary>The connection may go on.</summary>
    /// <returns>The status.</returns>
    public static ConnectionStatus Accept() => new(true, null);

    /// <summary>The socket is closed with 4403.</summary>
    /// <param name="reason">Why, in words the client is told; at most 100 characters of it.</param>
    /// <returns>The status.</returns>
    public static ConnectionStatus Reject(string? reason = null) => new(false, reason);
}
