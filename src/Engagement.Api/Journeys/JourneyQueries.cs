using Engagement.Api.Common;
using Engagement.Api.Consultations;
using Engagement.Api.Feedback;
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
    /// <param name="asAt">As it stood at this moment; left out: as it stands now.</param>
    [AllowAnonymous]
    public static Task<Journey?> GetJourneyAsync(
        string reference, string secret, DateTimeOffset? asAt, JourneyReads reads, IHttpContextAccessor requests, CancellationToken cancellation) =>
        Reading.OfAsync(() => reads.FindAsync(reference, secret, asAt, cancellation), requests);
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

    /// <summary>For each of these entries: whether the person may say if it answers them, and what they last said.</summary>
    public static async Task<IReadOnlyList<JourneyAnswer>> GetAnswersAsync(
        [Parent] Journey journey, IAnswerOfPersonDataLoader answers, ILoopByIdDataLoader loops, CancellationToken cancellation)
    {
        var given = await answers.LoadAsync([.. journey.EntryIds.Select(entry => new OwnAnswer(journey.ResponseId, entry))], cancellation);
        var asked = await loops.LoadAsync(journey.EntryIds, cancellation);
        return [.. asked.Zip(given).Where(one => one.First is not null).Select(one => new JourneyAnswer(one.First!.Id, one.First.ConfirmationAskedAt is not null, one.Second))];
    }

    /// <summary>The last step that has been reached.</summary>
    public static JourneyStepKind GetReached([Parent] Journey journey) => journey.Steps.Last(step => step.At is not null).Kind;

    /// <summary>The step that is waited for; null where all have been reached.</summary>
    public static JourneyStepKind? GetNext([Parent] Journey journey) => journey.Steps
        .SkipWhile(step => step.Kind != GetReached(journey)).FirstOrDefault(step => step.At is null)?.Kind;
}

/// <summary>Whether an entry answers the person of a journey.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="IsAsked">Whether they may say so, which they may once they have been told.</param>
/// <param name="Given">What they last said of the decision that stands. It may be a moment behind.</param>
public sealed record JourneyAnswer(Guid EntryId, bool IsAsked, ConfirmationAnswer? Given);

[ObjectType<JourneyAnswer>, AllowAnonymous]
public static partial class JourneyAnswerNode
{
    /// <summary>The entry.</summary>
    [BindMember(nameof(JourneyAnswer.EntryId))]
    public static async Task<EntryPage> GetEntryAsync([Parent] JourneyAnswer answer, IEntryByIdDataLoader entries, CancellationToken cancellation) =>
        await entries.LoadAsync(answer.EntryId, cancellation)
            ?? throw new InvalidOperationException($"A journey names entry {answer.EntryId}, which is not there.");
}
