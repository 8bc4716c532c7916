using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>Coded views that somebody else codes a second time, to see whether two people understand the themes alike.</summary>
[ObjectType<CodingSampleCard>, GraphQLName("CodingSample")]
[GraphQLIgnore(nameof(CodingSampleCard.ConsultationId), nameof(CodingSampleCard.ViewIds), nameof(CodingSampleCard.Given))]
[Node, Authorize(Permissions.CodeViews)]
public static partial class CodingSampleNode
{
    [NodeResolver, Authorize(Permissions.CodeViews)]
    public static Task<CodingSampleCard?> LoadAsync(Guid id, CodingSampleReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>Where the views are from; null for those from outside consultations.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] CodingSampleCard sample, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        sample.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>How many views it has.</summary>
    public static int GetViewCount([Parent] CodingSampleCard sample) => sample.ViewIds.Count;

    /// <summary>How many of them have been coded a second time.</summary>
    public static int GetCodedAgain([Parent] CodingSampleCard sample) => sample.Given.Count;

    /// <summary>How far the two codings agree so far. A theme that was merged since is what it is today.</summary>
    public static async Task<CodingAgreement> GetAgreementAsync(
        [Parent] CodingSampleCard sample, ITodaysThemeDataLoader themes, CancellationToken cancellation)
    {
        Guid[] ids = [.. sample.Given.SelectMany(given => given.ThemeIds.Concat(given.FirstThemeIds)).Distinct()];
        var today = ids.Zip(await themes.LoadAsync(ids, cancellation)).ToDictionary(pair => pair.First, pair => pair.Second ?? pair.First);
        return CodingAgreement.Of(sample.Given, theme => today[theme]);
    }
}

[ObjectType<ThemeAgreement>, Authorize(Permissions.CodeViews)]
public static partial class ThemeAgreementNode
{
    /// <summary>The theme.</summary>
    [BindMember(nameof(ThemeAgreement.ThemeId))]
    public static Task<ThemeCard?> GetThemeAsync([Parent] ThemeAgreement agreement, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        themes.LoadAsync(agreement.ThemeId, cancellation);
}

[ObjectType<CodingDisagreement>, Authorize(Permissions.CodeViews)]
public static partial class CodingDisagreementNode
{
    /// <summary>The view.</summary>
    [BindMember(nameof(CodingDisagreement.ViewId))]
    [ID<ViewDetail>]
    public static Guid GetViewId([Parent] CodingDisagreement disagreement) => disagreement.ViewId;

    /// <summary>The themes that only the first has given it.</summary>
    [BindMember(nameof(CodingDisagreement.FirstOnly))]
    public static async Task<IReadOnlyList<ThemeCard>> GetFirstOnlyAsync(
        [Parent] CodingDisagreement disagreement, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        [.. (await themes.LoadAsync(disagreement.FirstOnly, cancellation)).OfType<ThemeCard>()];

    /// <summary>The themes that only the second has given it.</summary>
    [BindMember(nameof(CodingDisagreement.SecondOnly))]
    public static async Task<IReadOnlyList<ThemeCard>> GetSecondOnlyAsync(
        [Parent] CodingDisagreement disagreement, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        [.. (await themes.LoadAsync(disagreement.SecondOnly, cancellation)).OfType<ThemeCard>()];
}

/// <summary>A view to code a second time: with nothing that tells how it was coded first.</summary>
[ObjectType<BlindView>, GraphQLName("ViewToCodeAgain"), GraphQLIgnore(nameof(BlindView.ConsultationId)), Authorize(Permissions.CodeAgain)]
public static partial class BlindViewNode
{
    /// <summary>The view.</summary>
    [BindMember(nameof(BlindView.Id))]
    [ID<ViewDetail>]
    public static Guid GetViewId([Parent] BlindView view) => view.Id;
}
