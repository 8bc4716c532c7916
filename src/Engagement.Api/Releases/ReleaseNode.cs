using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Api.SignIn;
using Engagement.Api.Surveys;
using Engagement.Consultations;
using Engagement.LocalOffer;
using Engagement.Releases;
using Engagement.SurveyResults;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Releases;

/// <summary>Figures for the public, as they had been recorded by a moment: checked for disclosure, approved by a second person, frozen.</summary>
[ObjectType<ReleasePage>, GraphQLName("Release")]
[GraphQLIgnore(nameof(ReleasePage.Position), nameof(ReleasePage.SubjectKey), nameof(ReleasePage.PolicyVersion), nameof(ReleasePage.Moment))]
[Node, AllowAnonymous]
public static partial class ReleaseNode
{
    [NodeResolver]
    public static Task<ReleasePage?> LoadAsync(Guid id, ReleaseReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The policy of disclosure that it was checked by; null while it is not checked.</summary>
    [BindMember(nameof(ReleasePage.Policy))]
    public static DisclosurePolicy? GetPolicy([Parent] ReleasePage release) =>
        release is { Policy: { } name, PolicyVersion: { } version } ? DisclosurePolicy.Find(name, version) : null;

    /// <summary>Why it cannot be shown, in words that carry no number; null where it can.</summary>
    [BindMember(nameof(ReleasePage.WhyFailed))]
    public static string? GetWhyFailed([Parent] ReleasePage release) => release.WhyFailed?.Message;

    /// <summary>Whether you drafted it: then somebody else approves it.</summary>
    [BindMember(nameof(ReleasePage.DraftedBy))]
    public static bool GetIsYourDraft([Parent] ReleasePage release, ClaimsPrincipal user) => user.ActorId() == release.DraftedBy;

    /// <summary>The tables that were published, read from the frozen figures; null before. Each says what is withheld, and why.</summary>
    public static IReadOnlyList<ReleasedTable>? GetTables([Parent] ReleasePage release) =>
        release.Figures is { } figures ? ReleasedFigures.TablesOf(figures) : null;

    /// <summary>What it says in words of the Local Offer, as it was published; before that as it will be. Null of releases that are figures only.</summary>
    [Cost(20)]
    public static Task<LocalOfferReturn?> GetLocalOfferAsync([Parent] ReleasePage release, ReleaseReads reads, CancellationToken cancellation) =>
        reads.LocalOfferAsync(release, cancellation);

    /// <summary>The release whose place it takes; null of the first.</summary>
    [BindMember(nameof(ReleasePage.Revises))]
    public static async Task<ReleasePage?> GetRevisesAsync([Parent] ReleasePage release, IReleaseByIdDataLoader releases, CancellationToken cancellation) =>
        release.Revises is { } id ? await releases.LoadAsync(id, cancellation) : null;

    /// <summary>The release that took its place: the figures here are no longer the last word. Null while they are.</summary>
    [BindMember(nameof(ReleasePage.RevisedBy))]
    public static async Task<ReleasePage?> GetRevisedByAsync([Parent] ReleasePage release, IReleaseByIdDataLoader releases, CancellationToken cancellation) =>
        release.RevisedBy is { } id ? await releases.LoadAsync(id, cancellation) : null;
}

/// <summary>What a release is of.</summary>
[ObjectType<ReleaseSubject>, GraphQLIgnore(nameof(ReleaseSubject.Key), nameof(ReleaseSubject.Id)), AllowAnonymous]
public static partial class ReleaseSubjectNode
{
    /// <summary>The survey, of results of one.</summary>
    public static async Task<WaveSheet?> GetWaveAsync([Parent] ReleaseSubject subject, IWaveByIdDataLoader waves, CancellationToken cancellation) =>
        subject is { Kind: ReleaseKind.WaveResults, Id: { } id } ? await waves.LoadAsync(id, cancellation) : null;

    /// <summary>The consultation, of figures of one.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] ReleaseSubject subject, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        subject is { Kind: ReleaseKind.ConsultationFigures, Id: { } id } ? await consultations.LoadAsync(id, cancellation) : null;
}

/// <summary>A question of a survey that is also released by the groups that answered it.</summary>
[ObjectType<CrossedQuestion>, AllowAnonymous]
public static partial class CrossedQuestionNode
{
    /// <summary>What it is broken down by.</summary>
    [BindMember(nameof(CrossedQuestion.By))]
    public static Breakdown GetBy([Parent] CrossedQuestion crossed) => Enum.Parse<Breakdown>(crossed.By);
}

/// <summary>Which figures about people may be seen, because small numbers identify children. A version never changes.</summary>
[ObjectType<DisclosurePolicy>, AllowAnonymous]
public static partial class DisclosurePolicyNode;

/// <summary>What became of making a release again from what was recorded.</summary>
[ObjectType<ReleaseVerification>, GraphQLIgnore(nameof(ReleaseVerification.ReleaseId)), Authorize(Permissions.ReadReleases)]
public static partial class ReleaseVerificationNode;
