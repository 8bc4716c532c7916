using Engagement.InclusionStatements;
using GraphQL;

namespace Engagement.Api.InclusionStatements;

internal static partial class StatementLoaders
{
    [DataLoader]
    public static Task<Dictionary<Guid, StatementDocument>> GetStatementDocumentByClaimAsync(
        IReadOnlyList<Guid> claims, StatementReads reads, CancellationToken cancellation) => reads.ByClaimsAsync(claims, cancellation);
}
