using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class QuestionMutations
{
    /// <summary>Add a statement that people agree or disagree with.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> AddStatementAsync(
        [Spread, ID<InstrumentSheet>(nameof(AddStatement.InstrumentId))] AddStatement command,
        [Spread] MoreOfQuestion more,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AddStatementAsync(command with { Details = more.ToDetails() }, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Add a question that people answer with a choice, a number, a date or in their own words.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> AddQuestionAsync(
        [Spread, ID<InstrumentSheet>(nameof(AddQuestion.InstrumentId))] AddQuestion command,
        [Spread] MoreOfQuestion more,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AddQuestionAsync(command with { Details = more.ToDetails() }, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Give a question or statement of the draft as it should be, whole.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> ChangeQuestionAsync(
        [Spread, ID<InstrumentSheet>(nameof(ChangeQuestion.InstrumentId))] ChangeQuestion command,
        [Spread] MoreOfQuestion more,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangeQuestionAsync(command with { Details = more.ToDetails() }, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Take a question out of the draft. Once the draft is published, its key names no other question.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> RemoveQuestionAsync(
        [Spread, ID<InstrumentSheet>(nameof(RemoveQuestion.InstrumentId))] RemoveQuestion command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RemoveQuestionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Move a question one step up or down in its section. At the end there is nowhere to go, and nothing changes.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> MoveQuestionAsync(
        [Spread, ID<InstrumentSheet>(nameof(MoveQuestion.InstrumentId))] MoveQuestion command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MoveQuestionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }
}
