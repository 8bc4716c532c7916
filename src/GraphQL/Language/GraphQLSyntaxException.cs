namespace GraphQL.Language;

/// <summary>A text is not GraphQL, or breaks one of the parser's limits.</summary>
public sealed class GraphQLSyntaxException : Exception
{
    /// <summary>Wraps the error a client should see.</summary>
    /// <param name="error">The error.</param>
    public GraphQLSyntaxException(GraphQLError error)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message) => Error = error;

    /// <summary>The error, with its location and code.</summary>
    public GraphQLError Error { get; }
}
