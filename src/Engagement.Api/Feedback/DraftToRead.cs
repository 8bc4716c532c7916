using Engagement.Api.Authorization;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>Words for an entry, as a family reader sees them: nothing else of the loop.</summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="Words">What the entry is to say.</param>
/// <param name="ApprovedBy">Who found them plain; null while nobody has.</param>
/// <param name="Version">Give it as expectedVersion when you sign them.</param>
public sealed record DraftToRead(Guid LoopId, EntryWords Words, FamilyReader? ApprovedBy, int Version)
{
    internal static DraftToRead? Of(LoopCard? loop) => loop?.Draft is { } words ? new(loop.Id, words, loop.DraftApprovedBy, loop.Version) : null;
}

[ObjectType<DraftToRead>, GraphQLName("EntryToRead"), Authorize(Permissions.SignPlainLanguage)]
public static partial class DraftToReadNode
{
    /// <summary>The feedback loop, to sign its words.</summary>
    [BindMember(nameof(DraftToRead.LoopId))]
    [ID<LoopCard>]
    public static Guid GetLoopId([Parent] DraftToRead draft) => draft.LoopId;
}
