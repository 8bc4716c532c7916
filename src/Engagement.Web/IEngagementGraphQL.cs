using Engagement.Web.Documents;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web;

/// <summary>The only way these pages read or write: a GraphQL document, executed as the person of the request.</summary>
public interface IEngagementGraphQL
{
    Task<GraphQLReply> ExecuteAsync(string document, object? variables, HttpContext context, CancellationToken ct);
}
