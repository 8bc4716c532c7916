using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class SectionMutations
{
    /// <summary>Add a section, for questions that belong together.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> AddSectionAsync(
        [Spread, ID<InstrumentSheet>(nameof(AddSection.InstrumentId))] AddSection command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AddSectionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Give a section of the draft as it should be, whole.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> ChangeSectionAsync(
        [Spread, ID<InstrumentSheet>(nameof(ChangeSection.InstrumentId))] ChangeSection command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangeSectionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Take an empty section out of the draft.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> RemoveSectionAsync(
        [Spread, ID<InstrumentSheet>(nameof(RemoveSection.InstrumentId))] RemoveSection command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RemoveSectionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }

    /// <summary>Move a section one step up or down, with its questions.</summary>
    [Authorize(Permissions.EditSurveys), Error<StaleVersion>, Error<NotFound>]
    public static async Task<InstrumentSheet?> MoveSectionAsync(
        [Spread, ID<InstrumentSheet>(nameof(MoveSection.InstrumentId))] MoveSection command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MoveSectionAsync(command, user.Context(Permissions.EditSurveys, versioned), cancellation);
        return await reads.FindInstrumentAsync(command.InstrumentId, cancellation);
    }
}
