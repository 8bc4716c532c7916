using Engagement.Api.People;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>A step of moderation as it was taken. What was reversed stays, with the time at which it was.</summary>
[ObjectType<LedgerEntry>, GraphQLName("ModerationLedgerEntry")]
public static partial class LedgerEntryNode
{
    /// <summary>Of which contribution.</summary>
    [BindMember(nameof(LedgerEntry.ContributionId)), ID<QueuedContribution>]
    public static Guid GetContributionId([Parent] LedgerEntry entry) => entry.ContributionId;

    /// <summary>Who took it; null for the platform and for the author.</summary>
    [BindMember(nameof(LedgerEntry.Person))]
    public static Person? GetPerson([Parent] LedgerEntry entry) => Person.Of(entry.Person);
}
