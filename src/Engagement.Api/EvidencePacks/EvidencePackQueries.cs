using System.Globalization;
using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.EvidencePacks;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.EvidencePacks;

[QueryType]
public static partial class EvidencePackQueries
{
    /// <summary>The evidence packs, the last asked for first.</summary>
    [Authorize(Permissions.MakeEvidencePacks), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<EvidencePack>> GetEvidencePacksAsync(PagingArguments paging, EvidencePackReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(paging, EvidencePackReads.PositionOf, (after, limit) => reads.ListAsync(after, limit, cancellation));

    /// <summary>One evidence pack; null when there is none.</summary>
    /// <param name="id">The pack.</param>
    [Authorize(Permissions.MakeEvidencePacks)]
    public static Task<EvidencePack?> GetEvidencePackAsync([ID<EvidencePack>] Guid id, EvidencePackReads reads, CancellationToken cancellation) =>
        reads.FindAsync(id, cancellation);

    /// <summary>A file of an evidence pack. That you take it is recorded before you have it. Null until the pack is made, and for a PDF where nothing printed it.</summary>
    /// <param name="id">The pack.</param>
    /// <param name="file">Which file.</param>
    [Authorize(Permissions.MakeEvidencePacks)]
    public static async Task<EvidencePackContent?> GetEvidencePackContentAsync(
        [ID<EvidencePack>] Guid id, EvidencePackFile file, EvidencePackReads reads, EvidencePackCommands commands, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await reads.FindAsync(id, cancellation) is not { } pack
            || await commands.TakeAsync(id, file, user.Context(Permissions.MakeEvidencePacks, idempotencyKey: null), cancellation) is not { } content)
        {
            return null;
        }

        var (ending, type) = file switch
        {
            EvidencePackFile.Html => ("html", "text/html; charset=utf-8"),
            EvidencePackFile.Pdf => ("pdf", "application/pdf"),
            _ => ("zip", "application/zip"),
        };
        var day = LondonCalendar.DayOf(pack.AsAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new EvidencePackContent($"evidence-pack-{day}.{ending}", type, Convert.ToBase64String(content));
    }
}
