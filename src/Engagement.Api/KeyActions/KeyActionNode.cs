using Engagement.Api.Authorization;
using Engagement.Api.Governance;
using Engagement.Common;
using Engagement.Governance;
using Engagement.KeyActions;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.KeyActions;

/// <summary>An action of the plan, with its milestones and what families had to do with it.</summary>
[ObjectType<KeyActionPage>, GraphQLName("KeyAction"), Node, Authorize(Permissions.ReadActions)]
[GraphQLIgnore(nameof(KeyActionPage.GroupId), nameof(KeyActionPage.HasSlipped))]
public static partial class KeyActionNode
{
    [NodeResolver, Authorize(Permissions.ReadActions)]
    public static Task<KeyActionPage?> LoadAsync(Guid id, KeyActionReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The group that watches over it; null where none does.</summary>
    public static async Task<GovernanceGroupPage?> GetGroupAsync(
        [Parent] KeyActionPage action, IGovernanceGroupByIdDataLoader groups, CancellationToken cancellation) =>
        action.GroupId is { } id ? await groups.LoadAsync(id, cancellation) : null;

    /// <summary>How it stands: as its worst milestone does. Null while it has none.</summary>
    public static Rag? GetRating([Parent] KeyActionPage action, TimeProvider clock) => action.RatingOn(clock.LondonToday());
}

/// <summary>What is to be there by a day.</summary>
[ObjectType<Milestone>, Authorize(Permissions.ReadActions)]
public static partial class MilestoneNode
{
    /// <summary>The milestone.</summary>
    [ID]
    public static Guid GetId([Parent] Milestone milestone) => milestone.Id;

    /// <summary>How it stands: achieved is green; not yet, on track and not past its day is amber; all else is red. A late move of the day does not clear a miss.</summary>
    public static Rag GetRating([Parent] Milestone milestone, TimeProvider clock) => milestone.RatingOn(clock.LondonToday());
}

/// <summary>Where families shaped an action, and how.</summary>
[ObjectType<CoproductionLink>, Authorize(Permissions.ReadActions)]
public static partial class CoproductionLinkNode
{
    /// <summary>The id of the consultation, activity, theme or loop.</summary>
    [BindMember(nameof(CoproductionLink.ThingId))]
    public static string GetThingId([Parent] CoproductionLink link) => NodeId.Encode(link.Kind.ToString(), link.ThingId);
}
