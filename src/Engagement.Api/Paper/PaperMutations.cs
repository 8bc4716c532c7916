using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.Surveys;
using Engagement.Paper;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Paper;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>, Error<NotFound>, Error<StaleVersion>]
public static partial class PaperMutations
{
    /// <summary>
    /// Type in a form that came on paper: the first time, or a second time by somebody else to check it. When both have read it alike it is a response;
    /// else it waits until two agree.
    /// </summary>
    /// <param name="waveId">The survey.</param>
    /// <param name="formNumber">As written on the form: up to 20 letters, digits and dashes, with at least one digit.</param>
    /// <param name="receivedOn">The day it reached us, which counts as the day it was given.</param>
    /// <param name="lateBecause">Why it is accepted although it came after the close.</param>
    [Authorize(Permissions.KeyPaper)]
    public static Task<PaperOutcome> KeyPaperFormAsync(
        [ID<WaveSheet>] Guid waveId,
        string formNumber,
        DateOnly receivedOn,
        string? lateBecause,
        [Spread] FilledIn form,
        [Spread] Repeatable repeatable,
        PaperCommands commands,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        commands.KeyAsync(
            new KeyPaperForm(waveId, formNumber, new PaperSheet(receivedOn, form.ToForm(), lateBecause)),
            user.Context(Permissions.KeyPaper, repeatable),
            cancellation);

    /// <summary>
    /// Take a file of forms that one person typed in and you have checked against the paper. All of its forms are taken or, where anything is wrong, none,
    /// and the report says row by row what. The same file again changes nothing.
    /// </summary>
    [Authorize(Permissions.CheckPaper)]
    public static Task<BatchReport> ImportPaperBatchAsync(
        [Spread, ID<WaveSheet>(nameof(ImportPaperBatch.WaveId)), ID<Typist>(nameof(ImportPaperBatch.KeyedBy))] ImportPaperBatch command,
        [Spread] Repeatable repeatable,
        PaperCommands commands,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        commands.ImportAsync(command, user.Context(Permissions.CheckPaper, repeatable), cancellation);
}
