using Engagement.Participants;

namespace Engagement.Tests.Contracts;

/// <summary>
/// One event of each type with every member filled in: what a new type's golden sample is written from. The samples of a module are in a file of
/// their own, in an order in which they could have happened.
/// </summary>
internal static class EventSamples
{
    public static readonly Guid ConsultationId = Guid.Parse("4f1c2a9e-8d7b-4c1e-9a35-0b6f3e2d1c40");
    public static readonly Guid InstrumentId = Guid.Parse("5a2d3b0f-9e8c-4d2f-8b46-1c7041f3e251");
    public static readonly Guid WaveId = Guid.Parse("6b3e4c10-0f9d-8e30-9c57-2d8152041362");
    public static readonly Guid ResponseId = Guid.Parse("7c4f5d21-10ae-8f41-ad68-3e9263152473");
    public static readonly Guid ViewId = Guid.Parse("8d506e32-21bf-8052-be79-4fa374263584");
    public static readonly Guid ThemeId = Guid.Parse("9e617f43-32c0-4163-8f8a-50b485374695");
    public static readonly Guid ForumId = Guid.Parse("af728054-43d1-4274-909b-61c596485706");
    public static readonly Guid TopicId = Guid.Parse("b0839165-54e2-4385-a1ac-72d6a7596817");
    public static readonly Guid ContributionId = Guid.Parse("c194a276-65f3-8496-b2bd-83e7b86a7928");
    public static readonly Guid ModeratorId = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b006");
    public static readonly Guid DenominatorSetId = Guid.Parse("af728054-43d1-4274-909b-61c5964857a6");
    public static readonly Guid PersonId = Guid.Parse("b0839165-54e2-4385-a1ac-72d6a75968b7");
    public static readonly Guid AnotherPersonId = Guid.Parse("c194a276-65f3-4496-b2bd-83e7b86a79c8");
    public static readonly Guid SubjectId = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b005");
    public static readonly DateTimeOffset SubmittedAt = new(2024, 10, 1, 9, 30, 15, 250, TimeSpan.Zero);
    public static readonly PersonalText Words = new(SubjectId, "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==");

    public static IReadOnlyList<object> All { get; } =
    [
        .. ParticipantSamples.All,
        .. ConsultationSamples.All,
        .. SurveySamples.All,
        .. FeedbackSamples.All,
        .. ActivitySamples.All,
        .. LoggedFeedbackSamples.All,
        .. ForumsSamples.All,
        .. GovernanceSamples.All,
        .. KeyActionSamples.All,
        .. MeasureSamples.All,
        .. CharterSamples.All,
        .. AccessLogSamples.All,
        .. FeedbackPointSamples.All,
        .. PaperSamples.All,
        .. MetricsSamples.All,
        .. ReleaseSamples.All,
        .. EvidencePackSamples.All,
        .. PrivacySamples.All,
        .. OperationsSamples.All,
    ];
}
