using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Notifications;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>, Error<NotFound>]
public static partial class ResponseMutations
{
    /// <summary>
    /// Submit one person's answers. It needs no account; whoever is signed in with one answers a survey once. Once it is answered it is kept: sending the
    /// same again, with the same key, gives the same receipt and counts once.
    /// </summary>
    /// <param name="waveId">The survey.</param>
    /// <param name="idempotencyKey">A key that is new for each response and the same for each repeat.</param>
    [AllowAnonymous]
    public static async Task<ResponseReceipt?> SubmitResponseAsync(
        [ID<WaveSheet>] Guid waveId,
        [Spread] FilledIn form,
        string idempotencyKey,
        ResponseCommands commands,
        FollowCommands follows,
        SubmissionChannel channel,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var asker = Asker.Of(user);
        var command = new SubmitResponse(waveId, idempotencyKey, form.Answers, form.Proxy, channel.Channel)
        {
            Audience = form.Audience,
            Rendition = form.Rendition,
            Language = form.Language,
            ParticipantId = asker.May(Permissions.ChangeOwnRecord) ? asker.ActorId : null,
        };
        var context = user.Context(permission: null, idempotencyKey: null);
        var receipt = await commands.SubmitAsync(command, context, cancellation);
        if (command.ParticipantId is { } participant)
        {
            var audience = command.Rendition is RenditionKind.EasyRead || command.Audience is Audience.YoungPeople ? NotificationAudience.YoungPeople : NotificationAudience.Families;
            await follows.FollowOwnAsync(participant, receipt.ResponseId, audience, form.Language, context, cancellation);
        }

        return ReceiptOf(receipt);
    }

    /// <summary>
    /// Keep answers that are not finished, over those that were kept under the same key, for the person to come back to with a receipt. Nothing of them is
    /// checked or counts, and they are forgotten when the survey closes.
    /// </summary>
    /// <param name="waveId">The survey.</param>
    /// <param name="idempotencyKey">The key under which the answers will be submitted: they then have the same receipt.</param>
    [AllowAnonymous]
    public static async Task<ResponseReceipt?> SaveDraftAsync(
        [ID<WaveSheet>] Guid waveId, [Spread] FilledIn form, string idempotencyKey, ResponseDrafts drafts, CancellationToken cancellation) =>
        ReceiptOf(await drafts.SaveAsync(new SaveDraft(waveId, idempotencyKey, form.ToForm()), cancellation));

    /// <summary>Replace a person's answers by what they say now. Whoever holds the receipt may, until the survey closes.</summary>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
    [AllowAnonymous]
    public static async Task<OwnResponse?> AmendResponseAsync(
        string reference,
        string secret,
        [Spread] FilledIn form,
        [Spread] Repeatable repeatable,
        ResponseCommands commands,
        ResponseReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AmendAsync(new AmendResponse(reference, secret, form.ToForm()), user.Context(permission: null, repeatable), cancellation);
        return await reads.FindOwnAsync(reference, secret, cancellation);
    }

    /// <summary>
    /// Take a person's answers back. Whoever holds the receipt may, at any time. What was published before stays as it is, and then the result says so.
    /// </summary>
    [AllowAnonymous]
    public static async Task<ResponseTakenBack?> WithdrawResponseAsync(
        [Spread] WithdrawResponse command,
        [Spread] Repeatable repeatable,
        ResponseCommands commands,
        ResponseReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var stays = await commands.WithdrawAsync(command, user.Context(permission: null, repeatable), cancellation);
        var response = await reads.FindOwnAsync(command.Reference, command.Secret, cancellation);
        return new ResponseTakenBack(stays, stays ? WithdrawResponse.WordsOnly : null, response);
    }

    /// <summary>Take a response out of all figures: it is a second one of the same person, a test, or not from those who were asked.</summary>
    [Authorize(Permissions.RunWaves)]
    public static async Task<ResponseRecord?> VoidResponseAsync(
        [Spread, ID<ResponseRecord>(nameof(VoidResponse.ResponseId))] VoidResponse command,
        [Spread] Repeatable repeatable,
        ResponseCommands commands,
        ResponseReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.VoidAsync(command, user.Context(Permissions.RunWaves, repeatable), cancellation);
        return await reads.FindRecordAsync(command.ResponseId, cancellation);
    }

    private static ResponseReceipt ReceiptOf(IssuedReceipt receipt) => new(receipt.Reference, receipt.Secret, receipt.SubmittedAt);
}
