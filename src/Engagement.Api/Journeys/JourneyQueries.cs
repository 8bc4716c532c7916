using Engagement.Api.Common;
using Engagement.Api.Consultations;
using Engagement.Api.Feedback;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Journeys;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace Engagement.Api.Journeys;

[QueryType]
public static partial class JourneyQueries
{
    /// <summary>What became of a response, for whoever holds its receipt; null when the reference and the secret do not belong together.</summary>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
    [AllowAnonymous]
    public static async Task<Journey?> GetJourneyAsync(string reference, string secret, JourneyReads reads, IHttpContextAccessor requests, CancellationToken cancellation)
    {
        try
        {
            return await reads.FindAsync(reference, secret, cancellation);
        }
        catch (RuleRefusedException refused)
        {
            // Too many wrong secrets: an error with its code, and when to try again.
            requests.Tell(refused);
            throw new GraphQLException(refused.Message, refused.Code, refused);
        }
    }
}

/// <summary>The dated steps that what a person said has been through.</summary>
[ObjectType<Journey>, GraphQLIgnore(nameof(Journey.ResponseId), nameof(Journey.ConsultationId), nameof(Journey.EntryIds)), AllowAnonymous]
public static partial class JourneyNode
{
    /// <summary>The consultation it was said in; null when it was said outside any.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] Journey journey, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        journey.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>What was published because of it.</summary>
    public static async Task<IReadOnlyList<EntryPage>> GetEntriesAsync(
        [Parent] Journey journey, IEntryByIdDataLoader entries, CancellationToken cancellation) =>
        [.. (await entries.LoadAsync(journey.EntryIds, cancellation)).OfType<EntryPage>()];
}
