using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Participants;

namespace Engagement.Tests.Forums;

/// <summary>The people and things of the specifications about forums.</summary>
internal static class ForumStory
{
    public static readonly Acting Officer = new(Guid.Parse("a0000000-0000-4000-8000-000000000001"), "participation-officer");
    public static readonly Acting OtherOfficer = new(Guid.Parse("a0000000-0000-4000-8000-000000000002"), "moderator");
    public static readonly Acting Coordinator = new(Guid.Parse("a0000000-0000-4000-8000-000000000003"), "pact-forum-coordinator");
    public static readonly Acting YouthFacilitator = new(Guid.Parse("a0000000-0000-4000-8000-000000000004"), "youth-facilitator");
    public static readonly Acting SecondFacilitator = new(Guid.Parse("a0000000-0000-4000-8000-000000000005"), "youth-facilitator");
    public static readonly Acting Author = new(Guid.Parse("a0000000-0000-4000-8000-000000000006"), "participant");
    public static readonly Acting Reader = new(Guid.Parse("a0000000-0000-4000-8000-000000000007"), "participant");
    public static readonly Acting SafeguardingLead = new(Guid.Parse("a0000000-0000-4000-8000-000000000008"), "safeguarding-lead");

    public static readonly Guid TopicId = Guid.Parse("b0000000-0000-4000-8000-000000000001");
    public static readonly Guid ForumId = Guid.Parse("b0000000-0000-4000-8000-000000000002");
    public static readonly Guid ConsultationId = Guid.Parse("b0000000-0000-4000-8000-000000000003");

    public static readonly DateTimeOffset Now = new(2024, 10, 1, 9, 30, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2024, 10, 1);

    public static readonly IReadOnlyList<Facilitator> TwoFacilitators =
    [
        new(YouthFacilitator.Id, YouthFacilitator.Role, new DateOnly(2024, 3, 4)),
        new(SecondFacilitator.Id, SecondFacilitator.Role, new DateOnly(2024, 5, 6)),
    ];

    public static readonly Forum CouncilForum = new()
    {
        Owner = ForumOwner.Council,
        AgeBand = ForumAgeBand.EighteenAndOver,
        Audience = Audience.ParentsAndCarers,
        Moderation = ModerationMode.BeforeShown,
    };

    public static readonly Forum PactForum = CouncilForum with { Owner = ForumOwner.KentPact };

    public static readonly Forum YouthForum = CouncilForum with
    {
        AgeBand = ForumAgeBand.Under18,
        Audience = Audience.YoungPeople,
        Facilitators = TwoFacilitators,
    };

    public static readonly Topic OpenTopic = new()
    {
        ForumId = ForumId,
        OpensOn = new DateOnly(2024, 9, 23),
        ClosesOn = new DateOnly(2024, 11, 10),
        ConsultationId = ConsultationId,
    };

    public static readonly ContributionReceived Received = new(
        TopicId,
        ForumId,
        ConsultationId,
        ReplyTo: null,
        Author.Id,
        "Amber Lantern",
        Audience.ParentsAndCarers,
        District: null,
        Seal("Meetings start too early"),
        "SEND-7F3K-92QX",
        "hash",
        Now);

    public static readonly ContributionHeld HeldForContactDetails =
        new(HoldReason.ContactDetails, Screening.ContactDetailsFound, [new MarkedSpan(MarkKind.Phone, 0, 11)], null, null);

    public static readonly ContributionHeld HeldAsDisclosure =
        new(HoldReason.PossibleDisclosure, Screening.DisclosureFound, [new MarkedSpan(MarkKind.PossibleDisclosure, 0, 8)], DisclosureWords.Version, null);

    public static readonly ContributionReleased Released = new(null, Officer.Id);

    public static readonly ContributionRefused Refused = new(RefusalReason.Abusive, "It insults a group of people", Officer.Id);

    /// <summary>Sealing is not part of a decision: a stand-in that can be read in the expectation.</summary>
    public static PersonalText Seal(string words) => new(Author.Id, $"sealed({words})");

    public static ViewCaptured ViewOf(ContributionReceived received, Guid contributionId) => new(
        new ViewSource(ViewSourceKind.Contribution, contributionId, null),
        received.ConsultationId,
        received.Words,
        received.ReceivedAt,
        received.Audience,
        Proxy: false,
        received.District,
        Need: null,
        Phase: null);

    public static ModerationCase CaseOf(Acting by, Forum? forum = null, bool isWithSafeguardingLead = false, DateTimeOffset? now = null) =>
        new(forum ?? CouncilForum, by, now ?? Now, isWithSafeguardingLead);
}
