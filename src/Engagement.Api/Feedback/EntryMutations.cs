using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class EntryMutations
{
    /// <summary>Put words for an entry before a family reader.</summary>
    [Authorize(Permissions.PublishEntries), Error<StaleVersion>]
    public static async Task<LoopCard?> DraftEntryAsync(
        [Spread, ID<LoopCard>(nameof(DraftEntry.LoopId))] DraftEntry command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DraftEntryAsync(command, user.Context(Permissions.PublishEntries, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }

    /// <summary>Say, for families, that the drafted words of an entry are plain. Who wrote them cannot be the one to say so.</summary>
    [Authorize(Permissions.SignPlainLanguage), Error<StaleVersion>]
    public static async Task<DraftToRead?> ApproveEntryAsync(
        [Spread, ID<LoopCard>(nameof(ApproveEntry.LoopId))] ApproveEntry command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        FamilyReaders.Demand(user, Permissions.SignPlainLanguage, command.Reader, "reader");
        await commands.ApproveEntryAsync(command, user.Context(Permissions.SignPlainLanguage, versioned), cancellation);
        return DraftToRead.Of(await reads.FindLoopAsync(command.LoopId, cancellation));
    }

    /// <summary>Publish the loop in plain words, or publish it again when what was promised has been done.</summary>
    [Authorize(Permissions.PublishEntries), Error<StaleVersion>]
    public static async Task<EntryPage?> PublishEntryAsync(
        [Spread, ID<LoopCard>(nameof(PublishEntry.LoopId))] PublishEntry command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        EntryReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PublishEntryAsync(command, user.Context(Permissions.PublishEntries, versioned), cancellation);
        return await reads.FindAsync(command.LoopId, cancellation);
    }

    /// <summary>Put published words right, with drafted words that a family reader has approved. What was done or decided stays the same.</summary>
    [Authorize(Permissions.PublishEntries), Error<StaleVersion>]
    public static async Task<EntryPage?> CorrectEntryAsync(
        [Spread, ID<LoopCard>(nameof(CorrectEntry.LoopId))] CorrectEntry command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        EntryReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CorrectEntryAsync(command, user.Context(Permissions.PublishEntries, versioned), cancellation);
        return await reads.FindAsync(command.LoopId, cancellation);
    }

    /// <summary>Record that those behind an entry were told by another way than their tracking page: a letter, a meeting, a forum.</summary>
    [Authorize(Permissions.PublishEntries), Error<StaleVersion>]
    public static async Task<LoopCard?> RecordTellingAsync(
        [Spread, ID<LoopCard>(nameof(RecordTelling.LoopId))] RecordTelling command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordTellingAsync(command, user.Context(Permissions.PublishEntries, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }

    /// <summary>Ask those who were told whether it answers them. A loop that closes has asked already.</summary>
    [Authorize(Permissions.PublishEntries), Error<StaleVersion>]
    public static async Task<LoopCard?> AskForConfirmationAsync(
        [Spread, ID<LoopCard>(nameof(AskForConfirmation.LoopId))] AskForConfirmation command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AskForConfirmationAsync(command, user.Context(Permissions.PublishEntries, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }

    /// <summary>
    /// Say whether an entry answers you, with the receipt of what you said. It needs no account. Said again, it takes the place of what you said before.
    /// </summary>
    /// <param name="entryId">The entry.</param>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="answer">Whether it answers you.</param>
    /// <param name="comment">What you want to add, for those who answer for it. At most 2,000 characters.</param>
    [AllowAnonymous]
    public static async Task<EntryPage?> GiveConfirmationAsync(
        [ID<EntryPage>] Guid entryId,
        string reference,
        string secret,
        ConfirmationAnswer answer,
        string? comment,
        [Spread] Repeatable repeatable,
        FeedbackCommands commands,
        EntryReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.GiveConfirmationAsync(
            new GiveConfirmation(entryId, reference, secret, answer, comment), user.Context(permission: null, repeatable), cancellation);
        return await reads.FindAsync(entryId, cancellation);
    }

    /// <summary>Say for Kent PACT or for a youth group whether an entry answers what their people raised.</summary>
    /// <param name="entryId">The entry.</param>
    /// <param name="group">The group you speak for.</param>
    /// <param name="answer">Whether it answers them.</param>
    [Authorize(Permissions.ConfirmForFamilies), Error<StaleVersion>]
    public static async Task<EntryPage?> GiveGroupConfirmationAsync(
        [ID<EntryPage>] Guid entryId,
        FamilyReader group,
        ConfirmationAnswer answer,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        EntryReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        FamilyReaders.Demand(user, Permissions.ConfirmForFamilies, group, "group");
        await commands.GiveGroupConfirmationAsync(
            new GiveGroupConfirmation(entryId, group, answer), user.Context(Permissions.ConfirmForFamilies, versioned), cancellation);
        return await reads.FindAsync(entryId, cancellation);
    }
}
