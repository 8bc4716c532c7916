using Engagement.Feedback;
using Engagement.Journeys;
using GraphQL;

namespace Engagement.Api.Journeys;

internal static partial class JourneyLoaders
{
    [DataLoader]
    public static async Task<Dictionary<OwnAnswer, ConfirmationAnswer?>> GetAnswerOfPersonAsync(
        IReadOnlyList<OwnAnswer> asked, JourneyReads reads, CancellationToken cancellation)
    {
        var given = await reads.AnswersAsync([.. asked.Select(one => one.ResponseId).Distinct()], [.. asked.Select(one => one.EntryId).Distinct()], cancellation);
        return asked.Where(one => given.ContainsKey((one.ResponseId, one.EntryId)))
            .ToDictionary(one => one, one => (ConfirmationAnswer?)given[(one.ResponseId, one.EntryId)]);
    }
}

/// <summary>What the person of a response said of an entry.</summary>
public readonly record struct OwnAnswer(Guid ResponseId, Guid EntryId);
