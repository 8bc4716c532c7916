namespace GraphQL.Language;

/// <summary>The keywords of operations.</summary>
public static class OperationTypes
{
    /// <summary>The operation's keyword in GraphQL text.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The keyword, such as <c>query</c>.</returns>
    public static string ToKeyword(this OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
