using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.SignIn;
using Engagement.Charter;
using Engagement.Common;
using Engagement.LoggedFeedback;
using GraphQL;
using GraphQL.Data;
using Claim = Engagement.Charter.Claim;

namespace Engagement.Api.Charter;

/// <summary>A service that goes round the cycle of commissioning, with all that is claimed of it.</summary>
[ObjectType<CommissioningActivity>, GraphQLIgnore(nameof(CommissioningActivity.EditionId)), Node, Authorize(Permissions.ReadCharter)]
public static partial class CommissioningActivityNode
{
    [NodeResolver, Authorize(Permissions.ReadCharter)]
    public static Task<CommissioningActivity?> LoadAsync(Guid id, CharterReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The service.</summary>
    [BindMember(nameof(CommissioningActivity.Service))]
    public static Service? GetService([Parent] CommissioningActivity activity) => Service.Find(activity.Service);

    /// <summary>The edition of the charter by which it is looked at.</summary>
    public static async Task<CharterEdition?> GetEditionAsync(
        [Parent] CommissioningActivity activity, ICharterEditionByIdDataLoader editions, CancellationToken cancellation) =>
        await editions.LoadAsync(activity.EditionId, cancellation);

    /// <summary>Every principle at every stage, with the score that is never shown without it.</summary>
    public static async Task<CharterGrid?> GetGridAsync(
        [Parent] CommissioningActivity activity, ICharterEditionByIdDataLoader editions, CancellationToken cancellation) =>
        await editions.LoadAsync(activity.EditionId, cancellation) is { } edition ? CharterGrid.Of(edition, activity) : null;
}

/// <summary>Whom a service would touch. Where a list is empty, all of them.</summary>
[ObjectType<AffectedPeople>, Authorize(Permissions.ReadCharter)]
public static partial class AffectedPeopleNode
{
    /// <summary>The districts.</summary>
    [BindMember(nameof(AffectedPeople.Districts))]
    public static IReadOnlyList<District> GetDistricts([Parent] AffectedPeople people) => [.. people.Districts.Select(District.Find).OfType<District>()];

    /// <summary>The phases of education.</summary>
    [BindMember(nameof(AffectedPeople.Phases))]
    public static IReadOnlyList<Phase> GetPhases([Parent] AffectedPeople people) => [.. people.Phases.Select(Phase.Find).OfType<Phase>()];

    /// <summary>The kinds of need.</summary>
    [BindMember(nameof(AffectedPeople.Needs))]
    public static IReadOnlyList<Need> GetNeeds([Parent] AffectedPeople people) => [.. people.Needs.Select(Need.Find).OfType<Need>()];
}

/// <summary>What happened, given as evidence that a principle was kept at a stage.</summary>
[ObjectType<Claim>, GraphQLName("CharterClaim"), GraphQLIgnore(nameof(Claim.By)), Authorize(Permissions.ReadCharter)]
public static partial class ClaimNode
{
    /// <summary>The claim.</summary>
    [ID]
    public static Guid GetId([Parent] Claim claim) => claim.Id;

    /// <summary>The outcome of the outcomes framework that it is for; for Plan there always is one.</summary>
    [BindMember(nameof(Claim.Outcome))]
    public static Outcome? GetOutcome([Parent] Claim claim) => Outcome.Find(claim.Outcome);

    /// <summary>The organisation that claims it.</summary>
    [BindMember(nameof(Claim.Organisation))]
    public static Organisation? GetOrganisation([Parent] Claim claim) => Organisation.Find(claim.Organisation);

    /// <summary>The organisation whose representative looked at it last.</summary>
    [BindMember(nameof(Claim.CheckedBy))]
    public static Organisation? GetCheckedBy([Parent] Claim claim) => Organisation.Find(claim.CheckedBy);

    /// <summary>Whether you made it: then somebody else looks at it.</summary>
    public static bool GetIsYours([Parent] Claim claim, ClaimsPrincipal user) => claim.By is { } by && user.ActorId() == by;
}

/// <summary>It is said that a principle has nothing to do with a stage of a service.</summary>
[ObjectType<NotApplicable>, GraphQLName("NotApplicableCell"), Authorize(Permissions.ReadCharter)]
public static partial class NotApplicableNode
{
    /// <summary>The organisation that says so.</summary>
    [BindMember(nameof(NotApplicable.Organisation))]
    public static Organisation? GetOrganisation([Parent] NotApplicable cell) => Organisation.Find(cell.Organisation);

    /// <summary>The organisation whose representative answered.</summary>
    [BindMember(nameof(NotApplicable.AnsweredBy))]
    public static Organisation? GetAnsweredBy([Parent] NotApplicable cell) => Organisation.Find(cell.AnsweredBy);
}

/// <summary>A record that something happened.</summary>
[ObjectType<EvidenceItem>, Authorize(Permissions.ReadCharter)]
public static partial class EvidenceItemNode
{
    /// <summary>The record: what claims name it by, with its kind.</summary>
    [ID]
    public static Guid GetId([Parent] EvidenceItem item) => item.Id;

    /// <summary>The id of what it happened to: an activity, a wave, a topic, a meeting or a loop.</summary>
    public static string GetThingId([Parent] EvidenceItem item) => NodeId.Encode(TypeOf(item.Kind), item.Id);

    private static string TypeOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.ActivityHeld => "Activity",
        EvidenceKind.WaveClosed => "Wave",
        EvidenceKind.TopicClosed => "Topic",
        EvidenceKind.RepresentativesAttended => "Meeting",
        _ => "Loop",
    };
}

/// <summary>A record that something happened, with whom it reached. Where they live and what they need is not told: of a few it could point to them.</summary>
[ObjectType<Evidence>, GraphQLIgnore(nameof(Evidence.Districts), nameof(Evidence.Phases), nameof(Evidence.Needs)), Authorize(Permissions.ReadCharter)]
public static partial class EvidenceNode;

/// <summary>Evidence that a rule proposes for a cell: a person takes it, or does not.</summary>
[ObjectType<EvidenceProposal>, Authorize(Permissions.ReadCharter)]
public static partial class EvidenceProposalNode;

/// <summary>Evidence that was proposed for a cell, and not taken.</summary>
[ObjectType<RejectedEvidence>, Authorize(Permissions.ReadCharter)]
public static partial class RejectedEvidenceNode;

/// <summary>What can be chosen from where a charter is worked with.</summary>
[ObjectType<CharterChoices>, Authorize(Permissions.ReadCharter)]
public static partial class CharterChoicesNode;

/// <summary>Who claims or verifies for whom: a claim is looked at by somebody of another organisation.</summary>
[ObjectType<Organisation>, GraphQLName("CharterOrganisation"), AllowAnonymous]
public static partial class OrganisationNode;

/// <summary>An outcome of the outcomes framework, which plans are made for.</summary>
[ObjectType<Outcome>, GraphQLName("FrameworkOutcome"), Authorize(Permissions.ReadCharter)]
public static partial class OutcomeNode;

/// <summary>A commissioning activity's record looked at by another edition: nothing of what was recorded changes.</summary>
[ObjectType<RescoredActivity>, Authorize(Permissions.ReadCharter)]
public static partial class RescoredActivityNode;
