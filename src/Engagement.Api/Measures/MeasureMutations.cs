using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Measures;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Measures;

/// <summary>What is done with the measures of the plan.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class MeasureMutations
{
    /// <summary>Take in the measures of the Written Statement of Action, exactly as its rows have them.</summary>
    [Authorize(Permissions.SetMeasures)]
    public static async Task<LoadedMeasures> LoadMeasuresAsync(
        [Spread] Repeatable repeatable, MeasureCommands commands, MeasureReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await commands.LoadAsync(new LoadMeasures(), user.Context(Permissions.SetMeasures, repeatable), cancellation);
        return new LoadedMeasures(await reads.CountAsync(new MeasureFilter(), cancellation));
    }

    /// <summary>Say where a measure stood before.</summary>
    [Authorize(Permissions.SetMeasures), Error<StaleVersion>]
    public static async Task<MeasurePage?> SetBaselineAsync(
        [Spread, ID<MeasurePage>(nameof(SetBaseline.MeasureId))] SetBaseline command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.SetBaselineAsync(command, user.Context(Permissions.SetMeasures, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Take the baseline from a wave of the survey whose statements the measure names.</summary>
    [Authorize(Permissions.SetMeasures), Error<StaleVersion>]
    public static async Task<MeasurePage?> TakeBaselineFromWaveAsync(
        [Spread, ID<MeasurePage>(nameof(TakeBaselineFromWave.MeasureId)), ID<WaveSheet>(nameof(TakeBaselineFromWave.WaveId))] TakeBaselineFromWave command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.TakeBaselineFromWaveAsync(command, user.Context(Permissions.SetMeasures, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Have a measure count from another value from now on. The first baseline stays visible.</summary>
    [Authorize(Permissions.SetMeasures), Error<StaleVersion>]
    public static async Task<MeasurePage?> RebaseMeasureAsync(
        [Spread, ID<MeasurePage>(nameof(RebaseMeasure.MeasureId))] RebaseMeasure command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RebaseAsync(command, user.Context(Permissions.SetMeasures, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Set what a measure is to reach in a period that has no target yet.</summary>
    [Authorize(Permissions.SetMeasures), Error<StaleVersion>]
    public static async Task<MeasurePage?> SetTargetAsync(
        [Spread, ID<MeasurePage>(nameof(SetTarget.MeasureId))] SetTarget command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.SetTargetAsync(command, user.Context(Permissions.SetMeasures, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Put another target in the place of one that was set.</summary>
    [Authorize(Permissions.SetMeasures), Error<StaleVersion>]
    public static async Task<MeasurePage?> ReviewTargetAsync(
        [Spread, ID<MeasurePage>(nameof(ReviewTarget.MeasureId))] ReviewTarget command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReviewTargetAsync(command, user.Context(Permissions.SetMeasures, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Say how an improvement by some percent is read: of the baseline, or in points.</summary>
    [Authorize(Permissions.SetMeasures), Error<StaleVersion>]
    public static async Task<MeasurePage?> ApproveInterpretationAsync(
        [Spread, ID<MeasurePage>(nameof(ApproveInterpretation.MeasureId))] ApproveInterpretation command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ApproveInterpretationAsync(command, user.Context(Permissions.SetMeasures, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Name the statements of a survey that a measure is made of: its waves report it by themselves.</summary>
    [Authorize(Permissions.SetMeasures), Error<StaleVersion>]
    public static async Task<MeasurePage?> NameStatementsAsync(
        [Spread, ID<MeasurePage>(nameof(NameStatements.MeasureId)), ID<InstrumentSheet>(nameof(NameStatements.InstrumentId))] NameStatements command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.NameStatementsAsync(command, user.Context(Permissions.SetMeasures, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Report what came of a period.</summary>
    [Authorize(Permissions.ReportActuals), Error<StaleVersion>]
    public static async Task<MeasurePage?> ReportActualAsync(
        [Spread, ID<MeasurePage>(nameof(ReportActual.MeasureId))] ReportActual command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReportActualAsync(command, user.Context(Permissions.ReportActuals, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Correct what came of a period. What was first published stays beside it.</summary>
    [Authorize(Permissions.ReportActuals), Error<StaleVersion>]
    public static async Task<MeasurePage?> CorrectActualAsync(
        [Spread, ID<MeasurePage>(nameof(CorrectActual.MeasureId))] CorrectActual command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CorrectActualAsync(command, user.Context(Permissions.ReportActuals, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Rate a period otherwise than the rule does. What the rule says stays beside it.</summary>
    [Authorize(Permissions.SetMeasures), Error<StaleVersion>]
    public static async Task<MeasurePage?> OverrideRatingAsync(
        [Spread, ID<MeasurePage>(nameof(OverrideRating.MeasureId))] OverrideRating command,
        [Spread] Versioned versioned,
        MeasureCommands commands,
        MeasureReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.OverrideRatingAsync(command, user.Context(Permissions.SetMeasures, versioned), cancellation);
        return await reads.FindAsync(command.MeasureId, cancellation);
    }

    /// <summary>Take in a file of figures: all of them, or none, with what is wrong row by row.</summary>
    [Authorize(Permissions.ReportActuals)]
    public static Task<ImportReport> ImportActualsAsync(
        [Spread] ImportActuals command, [Spread] Repeatable repeatable, MeasureCommands commands, ClaimsPrincipal user, CancellationToken cancellation) =>
        commands.ImportAsync(command, user.Context(Permissions.ReportActuals, repeatable), cancellation);
}

/// <summary>The measures that were taken in.</summary>
/// <param name="Count">How many there are now.</param>
public sealed record LoadedMeasures(int Count);

/// <summary>The measures that were taken in.</summary>
[ObjectType<LoadedMeasures>, Authorize(Permissions.ReadMeasures)]
public static partial class LoadedMeasuresNode;
