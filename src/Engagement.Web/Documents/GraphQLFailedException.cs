namespace Engagement.Web.Documents;

/// <summary>A document was not executed in full, so the page cannot be shown truthfully.</summary>
public sealed class GraphQLFailedException(IReadOnlyList<GraphQLError> errors)
    : Exception("The GraphQL document was not executed in full: " + string.Join("; ", errors.Select(e => $"{e.Message} ({e.Code ?? "no code"})")))
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
