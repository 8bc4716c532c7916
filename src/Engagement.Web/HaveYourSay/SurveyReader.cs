using Engagement.Web.Documents;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.HaveYourSay;

internal sealed class SurveyReader(IEngagementGraphQL graphQL)
{
    private static readonly string Document = GraphQLDocument.Read("HaveYourSay/Survey.graphql");

    public async Task<Survey?> FindAsync(string slug, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { slug }, context, ct);
        return reply.Get<Survey>("consultationBySlug");
    }
}
