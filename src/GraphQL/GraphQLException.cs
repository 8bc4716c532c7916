namespace GraphQL;

/// <summary>An error that a resolver raises on purpose: its message and code reach the client.</summary>
/// <param name="message">What is wrong, in words for the developer of the client.</param>
/// <param name="code">A stable code.</param>
/// <param name="innerException">What caused it; it does not reach the client.</param>
public sealed class GraphQLException(string message, string code, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
