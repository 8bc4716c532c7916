using GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server;

/// <summary>The header by which a client asks what its operation costs: <c>GraphQL-Cost: report</c> or <c>validate</c>.</summary>
internal static class CostHeader
{
    private const string Name = "GraphQL-Cost";

    public static CostReport Read(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Name, out var header) || header.Count == 0)
            return CostReport.None;
        var value = header[0].AsSpan().Trim();
        if (value.Equals("report", StringComparison.OrdinalIgnoreCase))
            return CostReport.Report;
        return value.Equals("validate", StringComparison.OrdinalIgnoreCase)
            ? CostReport.Validate
            : throw new BadRequestException(StatusCodes.Status400BadRequest, $"{Name} is \"report\" or \"validate\".", ErrorCodes.RequestInvalid);
    }
}
