using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Consultations;
using Engagement.Metrics;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class WaveMutations
{
    /// <summary>Ask the published questions in a consultation, for as long as it is open.</summary>
    [Authorize(Permissions.EditSurveys), Error<NotFound>]
    public static async Task<WaveSheet?> OpenWaveAsync(
        [Spread, ID<ConsultationPage>(nameof(OpenWave.ConsultationId)), ID<InstrumentSheet>(nameof(OpenWave.InstrumentId))] OpenWave command,
        [Spread] Repeatable repeatable,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.OpenWaveAsync(command, user.Context(Permissions.EditSurveys, repeatable), cancellation);
        return (await reads.FindSurveyAsync(id, cancellation))?.Wave;
    }

    /// <summary>Plan a run of a set of questions: of a consultation, with its dates, or standing by itself, with its own. Nobody can answer it before it is opened.</summary>
    [Authorize(Permissions.RunWaves), Error<NotFound>]
    public static async Task<WaveCard?> ScheduleWaveAsync(
        [Spread, ID<InstrumentSheet>(nameof(ScheduleWave.InstrumentId)), ID<ConsultationPage>(nameof(ScheduleWave.ConsultationId))] ScheduleWave command,
        [Spread] Repeatable repeatable,
        WaveCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.ScheduleAsync(command, user.Context(Permissions.RunWaves, repeatable), cancellation);
        return await reads.FindWaveAsync(id, cancellation);
    }

    /// <summary>Say how many are invited, before people answer. What could not be delivered may be corrected until the wave closes.</summary>
    [Authorize(Permissions.RunWaves), Error<StaleVersion>, Error<NotFound>]
    public static async Task<WaveCard?> FixInvitationListAsync(
        [Spread, ID<WaveSheet>(nameof(FixInvitationList.WaveId))] FixInvitationList command,
        [Spread] Versioned versioned,
        WaveCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.FixInvitationListAsync(command, user.Context(Permissions.RunWaves, versioned), cancellation);
        return await reads.FindWaveAsync(command.WaveId, cancellation);
    }

    /// <summary>Settle that a scheduled wave asks the newest version of its questions. People can answer from its first day, which may still be to come.</summary>
    [Authorize(Permissions.RunWaves), Error<StaleVersion>, Error<NotFound>]
    public static async Task<WaveCard?> OpenScheduledWaveAsync(
        [Spread, ID<WaveSheet>(nameof(OpenScheduledWave.WaveId)), ID<DenominatorSheet>(nameof(OpenScheduledWave.DenominatorSetId))] OpenScheduledWave command,
        [Spread] Versioned versioned,
        WaveCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.OpenAsync(command, user.Context(Permissions.RunWaves, versioned), cancellation);
        return await reads.FindWaveAsync(command.WaveId, cancellation);
    }

    /// <summary>Ask the newest version from now on. Whoever has answered keeps the version they answered.</summary>
    [Authorize(Permissions.RunWaves), Error<StaleVersion>, Error<NotFound>]
    public static async Task<WaveCard?> ChangeWaveVersionAsync(
        [Spread, ID<WaveSheet>(nameof(ChangeWaveVersion.WaveId))] ChangeWaveVersion command,
        [Spread] Versioned versioned,
        WaveCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangeVersionAsync(command, user.Context(Permissions.RunWaves, versioned), cancellation);
        return await reads.FindWaveAsync(command.WaveId, cancellation);
    }

    /// <summary>Give people longer to answer a survey that stands by itself. One of a consultation is extended with it.</summary>
    [Authorize(Permissions.RunWaves), Error<StaleVersion>, Error<NotFound>]
    public static async Task<WaveCard?> ExtendWaveAsync(
        [Spread, ID<WaveSheet>(nameof(ExtendWave.WaveId))] ExtendWave command,
        [Spread] Versioned versioned,
        WaveCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ExtendAsync(command, user.Context(Permissions.RunWaves, versioned), cancellation);
        return await reads.FindWaveAsync(command.WaveId, cancellation);
    }

    /// <summary>Take answers again after a survey that stands by itself has closed, for example when its link did not work.</summary>
    [Authorize(Permissions.RunWaves), Error<StaleVersion>, Error<NotFound>]
    public static async Task<WaveCard?> ReopenWaveAsync(
        [Spread, ID<WaveSheet>(nameof(ReopenWave.WaveId))] ReopenWave command,
        [Spread] Versioned versioned,
        WaveCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReopenAsync(command, user.Context(Permissions.RunWaves, versioned), cancellation);
        return await reads.FindWaveAsync(command.WaveId, cancellation);
    }

    /// <summary>Record that a wave ended on its last day. It closes by itself; this only notes it in its history.</summary>
    [Authorize(Permissions.RunWaves), Error<StaleVersion>, Error<NotFound>]
    public static async Task<WaveCard?> CloseWaveAsync(
        [Spread, ID<WaveSheet>(nameof(CloseWave.WaveId))] CloseWave command,
        [Spread] Versioned versioned,
        SurveyCommands commands,
        SurveyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CloseWaveAsync(command, user.Context(Permissions.RunWaves, versioned), cancellation);
        return await reads.FindWaveAsync(command.WaveId, cancellation);
    }
}
