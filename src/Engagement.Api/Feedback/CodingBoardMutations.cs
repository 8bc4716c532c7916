using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.People;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

[MutationType]
[Error<NotFound>]
public static partial class CodingBoardMutations
{
    /// <summary>
    /// Say that you are at the coding board of a consultation and what you have open there, and see who else is. Only whoever is there sees it; it is not
    /// recorded, and forgotten two minutes after you were last there. Say it again while you stay.
    /// </summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="viewId">The view you have open.</param>
    /// <param name="themeId">The theme you have open.</param>
    /// <param name="leaves">You leave what you name, and see nobody. You are forgotten at once, unless you have opened something else there.</param>
    /// <param name="repeatable">It is the same however often it is said.</param>
    [Authorize(Permissions.CodeViews)]
    public static async Task<CodingCompany> BeAtCodingBoardAsync(
        [ID<ConsultationPage>] Guid consultationId,
        [ID<ViewDetail>] Guid? viewId,
        [ID<ThemeCard>] Guid? themeId,
        [Spread] Repeatable repeatable,
        CodingBoardPresence presence,
        ConsultationReads consultations,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        bool leaves = false)
    {
        if (await consultations.FindAsync(consultationId, cancellation) is null)
            throw new ThingNotFoundException("consultation", consultationId);

        var context = user.Context(Permissions.CodeViews, repeatable);
        if (context.ActorId is not { } person)
            return new CodingCompany([]);

        if (!leaves)
            return new CodingCompany(await presence.BeThereAsync(consultationId, person, context.ActorRole, viewId, themeId, cancellation));

        await presence.LeaveAsync(consultationId, person, viewId, themeId, cancellation);
        return new CodingCompany([]);
    }
}

/// <summary>Who else is at a coding board.</summary>
/// <param name="Others">They, whoever was there last first; at most 20.</param>
public sealed record CodingCompany(IReadOnlyList<SomebodyCoding> Others);

[ObjectType<CodingCompany>, Authorize(Permissions.CodeViews)]
public static partial class CodingCompanyNode;

/// <summary>Somebody else at a coding board, and what they have open there.</summary>
[ObjectType<SomebodyCoding>, Authorize(Permissions.CodeViews)]
public static partial class SomebodyCodingNode
{
    /// <summary>Who, by their pseudonym.</summary>
    [BindMember(nameof(SomebodyCoding.PersonId))]
    public static Person GetPerson([Parent] SomebodyCoding somebody) => new(somebody.PersonId);

    /// <summary>The view they have open; null where it is none.</summary>
    [BindMember(nameof(SomebodyCoding.ViewId))]
    [ID<ViewDetail>]
    public static Guid? GetViewId([Parent] SomebodyCoding somebody) => somebody.ViewId;

    /// <summary>The theme they have open; null where it is none.</summary>
    [BindMember(nameof(SomebodyCoding.ThemeId))]
    [ID<ThemeCard>]
    public static Guid? GetThemeId([Parent] SomebodyCoding somebody) => somebody.ThemeId;
}
