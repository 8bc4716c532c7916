using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Consultations;
using GraphQL;

namespace Engagement.Api.Consultations;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class ConsultationMutations
{
    /// <summary>Begin a consultation. Nobody but staff sees it until it is opened.</summary>
    /// <param name="title">What it is about, as families will read it.</param>
    /// <param name="ownerRole">The role that runs it.</param>
    /// <param name="decisionMaker">The role or body that will decide.</param>
    /// <param name="decisionExpectedOn">When the decision is expected.</param>
    /// <param name="audienceIncludesChildren">Whether children or young people are asked, so that an Easy Read version is needed.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditConsultations)]
    public static async Task<ConsultationPage?> DraftConsultationAsync(
        string title,
        string ownerRole,
        string decisionMaker,
        DateOnly decisionExpectedOn,
        bool audienceIncludesChildren,
        string? idempotencyKey,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.DraftAsync(
            new DraftConsultation(title, ownerRole, decisionMaker, decisionExpectedOn, audienceIncludesChildren),
            user.Context(Permissions.EditConsultations, idempotencyKey),
            cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Put the proposal to people, with its reasons. It cannot change once the consultation is open.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="text">What is proposed.</param>
    /// <param name="reasons">Why. Needed before the consultation opens.</param>
    /// <param name="impacts">What would change for people.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditConsultations)]
    [Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> PublishProposalAsync(
        [ID<ConsultationPage>] Guid consultationId,
        string text,
        string? reasons,
        string? impacts,
        int? expectedVersion,
        string? idempotencyKey,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PublishProposalAsync(
            new PublishProposal(consultationId, text, reasons, impacts), user.Context(Permissions.EditConsultations, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindAsync(consultationId, cancellation);
    }

    /// <summary>Link the published equality analysis.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="url">Where the analysis can be read.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditConsultations)]
    [Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> LinkEqualityAnalysisAsync(
        [ID<ConsultationPage>] Guid consultationId,
        string url,
        int? expectedVersion,
        string? idempotencyKey,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(consultationId, url), user.Context(Permissions.EditConsultations, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindAsync(consultationId, cancellation);
    }

    /// <summary>Add the same consultation in another form or language.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="kind">Which form.</param>
    /// <param name="language">The language's code, for example en.</param>
    /// <param name="approvedByRole">The role that checked that it says the same.</param>
    /// <param name="url">Where it can be read, if it is a document.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditConsultations)]
    [Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> AddRenditionAsync(
        [ID<ConsultationPage>] Guid consultationId,
        RenditionKind kind,
        string language,
        string approvedByRole,
        string? url,
        int? expectedVersion,
        string? idempotencyKey,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AddRenditionAsync(
            new AddRendition(consultationId, kind, language, approvedByRole, url), user.Context(Permissions.EditConsultations, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindAsync(consultationId, cancellation);
    }

    /// <summary>Open the consultation from one day to another, both included.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="opensOn">The first day, in London.</param>
    /// <param name="closesOn">The last day, to its midnight in London.</param>
    /// <param name="shorterThanSixWeeksBecause">Why it is shorter than six weeks, if it is.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditConsultations)]
    [Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> OpenConsultationAsync(
        [ID<ConsultationPage>] Guid consultationId,
        DateOnly opensOn,
        DateOnly closesOn,
        string? shorterThanSixWeeksBecause,
        int? expectedVersion,
        string? idempotencyKey,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.OpenAsync(
            new OpenConsultation(consultationId, opensOn, closesOn, shorterThanSixWeeksBecause),
            user.Context(Permissions.EditConsultations, idempotencyKey, expectedVersion),
            cancellation);
        return await reads.FindAsync(consultationId, cancellation);
    }

    /// <summary>Keep the consultation open for longer. A closing date never moves earlier.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="closesOn">The new last day, to its midnight in London.</param>
    /// <param name="reason">Why it is extended.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditConsultations)]
    [Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> ExtendClosingDateAsync(
        [ID<ConsultationPage>] Guid consultationId,
        DateOnly closesOn,
        string reason,
        int? expectedVersion,
        string? idempotencyKey,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ExtendClosingDateAsync(
            new ExtendClosingDate(consultationId, closesOn, reason), user.Context(Permissions.EditConsultations, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindAsync(consultationId, cancellation);
    }

    /// <summary>Record that the consultation has run its time. It closes by itself; this only notes it in its history.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditConsultations)]
    [Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> CloseConsultationAsync(
        [ID<ConsultationPage>] Guid consultationId,
        int? expectedVersion,
        string? idempotencyKey,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CloseAsync(new CloseConsultation(consultationId), user.Context(Permissions.EditConsultations, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindAsync(consultationId, cancellation);
    }
}
