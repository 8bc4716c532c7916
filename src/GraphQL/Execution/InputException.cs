namespace GraphQL.Execution;

/// <summary>An input does not fit its type; the message is for the client.</summary>
internal sealed class InputException(string message, string? code = null) : Exception(message)
{
    public string? Code { get; } = code;
}
