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
    [Authorize(Permissions.EditConsultations)]
    public static async Task<ConsultationPage?> DraftConsultationAsync(
        [Spread] DraftConsultation command,
        [Spread] Repeatable repeatable,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.DraftAsync(command, user.Context(Permissions.EditConsultations, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Change what a draft says of itself, until the consultation is opened. Its address stays.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> ChangeConsultationDraftAsync(
        [Spread, ID<ConsultationPage>(nameof(ChangeConsultationDraft.ConsultationId))] ChangeConsultationDraft command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangeDraftAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Say who is asked, until the consultation is opened. Where young people are, opening needs an Easy Read version.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> ChooseAudiencesAsync(
        [Spread, ID<ConsultationPage>(nameof(ChooseAudiences.ConsultationId))] ChooseAudiences command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChooseAudiencesAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Say what the consultation is about and in which districts, until it is opened. People find it and are told of it by this.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> SayWhatItIsAboutAsync(
        [Spread, ID<ConsultationPage>(nameof(SayWhatItIsAbout.ConsultationId))] SayWhatItIsAbout command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.SayWhatItIsAboutAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Put the proposal to people, with its reasons. It cannot change once the consultation is open.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> PublishProposalAsync(
        [Spread, ID<ConsultationPage>(nameof(PublishProposal.ConsultationId))] PublishProposal command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PublishProposalAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Say which other option was considered and is not put to people, and why.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> RecordOptionRejectedAsync(
        [Spread, ID<ConsultationPage>(nameof(RecordOptionRejected.ConsultationId))] RecordOptionRejected command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordOptionRejectedAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Link the published equality analysis.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> LinkEqualityAnalysisAsync(
        [Spread, ID<ConsultationPage>(nameof(LinkEqualityAnalysis.ConsultationId))] LinkEqualityAnalysis command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.LinkEqualityAnalysisAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Add the same consultation in another form or language.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> AddRenditionAsync(
        [Spread, ID<ConsultationPage>(nameof(AddRendition.ConsultationId))] AddRendition command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AddRenditionAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Open the consultation from one day to another, both included.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> OpenConsultationAsync(
        [Spread, ID<ConsultationPage>(nameof(OpenConsultation.ConsultationId))] OpenConsultation command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.OpenAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Publish the report of a closed consultation, or its next version. It waits until every theme has a response.</summary>
    [Authorize(Permissions.PublishReports), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> PublishReportAsync(
        [Spread, ID<ConsultationPage>(nameof(PublishReport.ConsultationId))] PublishReport command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PublishReportAsync(command, user.Context(Permissions.PublishReports, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }

    /// <summary>Give the consultation up. What people have said in it stays, and is still answered.</summary>
    [Authorize(Permissions.EditConsultations), Error<StaleVersion>, Error<NotFound>]
    public static async Task<ConsultationPage?> WithdrawConsultationAsync(
        [Spread, ID<ConsultationPage>(nameof(WithdrawConsultation.ConsultationId))] WithdrawConsultation command,
        [Spread] Versioned versioned,
        ConsultationCommands commands,
        ConsultationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.WithdrawAsync(command, user.Context(Permissions.EditConsultations, versioned), cancellation);
        return await reads.FindAsync(command.ConsultationId, cancellation);
    }
}
