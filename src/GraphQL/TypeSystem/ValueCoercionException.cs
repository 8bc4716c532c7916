namespace GraphQL.TypeSystem;

/// <summary>A value cannot be read or written as the type that is asked for. The message is meant for the client.</summary>
/// <param name="message">What does not fit, and why.</param>
public sealed class ValueCoercionException(string message) : Exception(message)
{
    /// <summary>Cuts a value that a message repeats, so that a huge value does not become a huge answer.</summary>
    internal static string Shorten(string? value) => value is null ? "null" : value.Length <= 80 ? value : value[..80] + "…";
}
