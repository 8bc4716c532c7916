using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class InstrumentMutations
{
    /// <summary>Begin a set of questions.</summary>
    [Authorize(Permissions.EditSurveys)]
    public static async Task<InstrumentSheet?> DraftInstrumentAsync(
        [Spread] DraftInstrument command,
        [Spread] Repeatable repeatable,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.DraftInstrumentAsync(command, user.Context(Permissions.EditSurveys, repeatable), cancellation);
        return await reads.FindInstrumentAsync(id, cancellation);
    }

    /// <summary>Begin to edit questions that have been published. People go on answering the version that is open.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> DraftInstrumentVersionAsync(
        [Spread, ID<InstrumentSheet>(nameof(DraftNewVersion.InstrumentId))] DraftNewVersion command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DraftNewVersionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Give up a draft, with all its edits. What has been published stays as it is.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> DiscardInstrumentDraftAsync(
        [Spread, ID<InstrumentSheet>(nameof(DiscardDraft.InstrumentId))] DiscardDraft command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DiscardDraftAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Say what the change of a question means for its figures: whether they go on, go on with a mark, or begin anew.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> DeclareContinuityAsync(
        [Spread, ID<InstrumentSheet>(nameof(DeclareContinuity.InstrumentId))] DeclareContinuity command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DeclareContinuityAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Publish the questions as they are. They cannot change once people are answering them.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> PublishInstrumentVersionAsync(
        [Spread, ID<InstrumentSheet>(nameof(PublishInstrumentVersion.InstrumentId))] PublishInstrumentVersion command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PublishInstrumentVersionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Give some of the questions and sections of a version their words in another form or language.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> WriteRenditionAsync(
        [Spread, ID<InstrumentSheet>(nameof(WriteRendition.InstrumentId))] WriteRendition command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.WriteRenditionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Say that a form or translation asks the same as the questions themselves. Only then are people asked in it, and not by whoever wrote it.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> ApproveRenditionAsync(
        [Spread, ID<InstrumentSheet>(nameof(ApproveRendition.InstrumentId))] ApproveRendition command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ApproveRenditionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Say which point of one scale counts as which of another, so that answers on both may be added together. A later mapping takes the place of an earlier one.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> RecordScaleMappingAsync(
        [Spread, ID<InstrumentSheet>(nameof(RecordScaleMapping.InstrumentId))] RecordScaleMapping command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordScaleMappingAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }
}
