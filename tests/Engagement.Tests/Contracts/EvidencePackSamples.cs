using Engagement.EvidencePacks;

namespace Engagement.Tests.Contracts;

internal static class EvidencePackSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new EvidencePackAsked(Guid.Parse("b0839165-54e2-4385-a1ac-72d6a75968c1"), EventSamples.SubmittedAt, EventSamples.PersonId),
        new EvidencePackFailed("Something went wrong on our side, three times. It is in the platform’s log. Ask for it again"),
        new EvidencePackMade("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", true),
        new EvidencePackTaken(EvidencePackFile.Pdf, EventSamples.PersonId),
    ];
}
