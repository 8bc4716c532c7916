using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Surveys;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace Engagement.Api.Surveys;

[QueryType]
public static partial class ResponseQueries
{
    /// <summary>
    /// What a person answered, for whoever holds its receipt, to be changed and sent again; null when the reference and the secret do not belong together.
    /// </summary>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
    [AllowAnonymous]
    public static Task<OwnResponse?> GetOwnResponseAsync(
        string reference, string secret, ResponseReads reads, IHttpContextAccessor requests, CancellationToken cancellation) =>
        Reading.OfAsync(() => reads.FindOwnAsync(reference, secret, cancellation), requests);

    /// <summary>Answers that were begun and not sent, for whoever holds their receipt; null when there are none, or the survey has closed.</summary>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
    [AllowAnonymous]
    public static Task<SaveDraft?> GetSavedDraftAsync(
        string reference, string secret, ResponseDrafts drafts, IHttpContextAccessor requests, CancellationToken cancellation) =>
        Reading.OfAsync(() => drafts.FindAsync(reference, secret, cancellation), requests);

    /// <summary>
    /// The responses with a reference, for instance to find the second one of a person who answered both online and on paper. Hardly ever more than one.
    /// </summary>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    [Authorize(Permissions.RunWaves)]
    public static Task<IReadOnlyList<ResponseRecord>> GetResponsesByReferenceAsync(string reference, ResponseReads reads, CancellationToken cancellation) =>
        reads.RecordsAsync(reference, cancellation);
}
