using System.Buffers;
using Engagement.Api.AccessLog;
using Engagement.Api.Common;
using Engagement.Surveys;
using Engagement.Web;
using Engagement.Web.Documents;
using GraphQL.Execution;

namespace Engagement.Host;

/// <summary>Runs the pages' GraphQL documents in this process, as the person of the request and under the same rules as any client's.</summary>
internal sealed class InProcessGraphQL(IRequestExecutor executor) : IEngagementGraphQL
{
    public async Task<GraphQLReply> ExecuteAsync(string document, object? variables, HttpContext context, CancellationToken ct)
    {
        context.RequestServices.GetRequiredService<SubmissionChannel>().Channel = Channel.Web;
        context.RequestServices.GetRequiredService<AskedFrom>().Page = context.Request.Path;
        var request = variables is null ? new OperationRequest(document) : OperationRequest.Create(document, variables);
        var result = await executor.ExecuteAsync(request with { IsTrusted = true }, context.RequestServices, context.User, ct);

        var json = new ArrayBufferWriter<byte>();
        result.Write(json);
        return GraphQLReply.Parse(json.WrittenSpan);
    }
}
