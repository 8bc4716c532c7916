using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Consultations;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class SurveyMutations
{
    /// <summary>Begin a set of questions.</summary>
    /// <param name="title">What staff call it.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditSurveys)]
    public static async Task<InstrumentSheet?> DraftInstrumentAsync(
        string title, string? idempotencyKey, SurveyCommands commands, SurveyReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var id = await commands.DraftInstrumentAsync(new DraftInstrument(title), user.Context(Permissions.EditSurveys, idempotencyKey), cancellation);
        return await reads.FindInstrumentAsync(id, cancellation);
    }

    /// <summary>Add a statement that people agree or disagree with.</summary>
    /// <param name="instrumentId">The set of questions.</param>
    /// <param name="key">A short name for programs, unique in the set.</param>
    /// <param name="text">The statement.</param>
    /// <param name="hint">A sentence that helps to answer it.</param>
    /// <param name="optional">Whether it may be left out.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditSurveys)]
    [Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> AddStatementAsync(
        [ID<InstrumentSheet>] Guid instrumentId,
        string key,
        string text,
        string? hint,
        int? expectedVersion,
        string? idempotencyKey,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        bool optional = false)
    {
        await commands.AddStatementAsync(
            new AddStatement(instrumentId, key, text, hint, optional), user.Context(Permissions.EditSurveys, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindInstrumentAsync(instrumentId, cancellation);
    }

    /// <summary>Add a question that people answer with a choice or in their own words.</summary>
    /// <param name="instrumentId">The set of questions.</param>
    /// <param name="key">A short name for programs, unique in the set.</param>
    /// <param name="kind">How it is answered.</param>
    /// <param name="text">The question.</param>
    /// <param name="hint">A sentence that helps to answer it.</param>
    /// <param name="options">What there is to choose from, in order.</param>
    /// <param name="optional">Whether it may be left out.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditSurveys)]
    [Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> AddQuestionAsync(
        [ID<InstrumentSheet>] Guid instrumentId,
        string key,
        QuestionKind kind,
        string text,
        string? hint,
        IReadOnlyList<QuestionOption>? options,
        int? expectedVersion,
        string? idempotencyKey,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        bool optional = false)
    {
        await commands.AddQuestionAsync(
            new AddQuestion(instrumentId, key, kind, text, hint, optional, options ?? []), user.Context(Permissions.EditSurveys, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindInstrumentAsync(instrumentId, cancellation);
    }

    /// <summary>Publish the questions as they are. They cannot change once people are answering them.</summary>
    [Authorize(Permissions.EditSurveys)]
    [Error<StaleVersion>, Error<NotFound>]
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

    /// <summary>Ask the published questions in a consultation, for as long as it is open.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="instrumentId">The set of questions.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.EditSurveys), Error<NotFound>]
    public static async Task<WaveSheet?> OpenWaveAsync(
        [ID<ConsultationPage>] Guid consultationId,
        [ID<InstrumentSheet>] Guid instrumentId,
        string? idempotencyKey,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.OpenWaveAsync(new OpenWave(consultationId, instrumentId), user.Context(Permissions.EditSurveys, idempotencyKey), cancellation);
        return (await reads.FindSurveyAsync(id, cancellation))?.Wave;
    }

    /// <summary>
    /// Submit one person's answers. It needs no account. Once it is answered it is kept: sending the same again, with the same key,
    /// gives the same receipt and counts once.
    /// </summary>
    /// <param name="waveId">The survey.</param>
    /// <param name="answers">The answers, at most one for each question.</param>
    /// <param name="idempotencyKey">A key that is new for each response and the same for each repeat.</param>
    /// <param name="proxy">Whether the answers are given on someone else's behalf.</param>
    [AllowAnonymous]
    [Error<NotFound>]
    public static async Task<ResponseReceipt?> SubmitResponseAsync(
        [ID<WaveSheet>] Guid waveId,
        IReadOnlyList<GivenAnswer> answers,
        string idempotencyKey,
        SurveyCommands commands,
        SubmissionChannel channel,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        bool proxy = false)
    {
        var receipt = await commands.SubmitAsync(
            new SubmitResponse(waveId, idempotencyKey, answers, proxy, channel.Channel), user.Context(permission: null, idempotencyKey: null), cancellation);
        return new ResponseReceipt(receipt.Reference, receipt.Secret, receipt.SubmittedAt);
    }
}
