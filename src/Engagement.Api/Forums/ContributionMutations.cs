using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Common;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>What participants do. Who has no account shows a receipt instead.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class ContributionMutations
{
    /// <summary>
    /// Say something in a topic, or comment on a post. It needs no account: whoever has none gets a receipt to come back with, and may show an earlier one to go
    /// on under the same name. Sending the same again, with the same key, gives the same receipt.
    /// </summary>
    /// <param name="receipt">The receipt of something you wrote before, when you have no account.</param>
    [AllowAnonymous]
    public static async Task<PostedContribution> PostContributionAsync(
        [Spread, ID<TopicPage>(nameof(PostContribution.TopicId)), ID<ThreadContribution>(nameof(PostContribution.ReplyTo))] PostContribution command,
        HeldReceipt? receipt,
        ContributionCommands commands,
        Authors authors,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var context = user.Context(Permissions.ChangeOwnContributions, idempotencyKey: null);
        if (receipt is not null)
            context = context with { ActorId = await authors.FindAsync(receipt, user, cancellation) };
        return await commands.PostAsync(command, context, cancellation);
    }

    /// <summary>Change your own words. They wait for a moderator again.</summary>
    /// <param name="receipt">The receipt of something you wrote, when you have no account.</param>
    [AllowAnonymous, Error<StaleVersion>]
    public static async Task<EditedContribution?> EditContributionAsync(
        [Spread, ID<OwnContribution>(nameof(EditContribution.ContributionId))] EditContribution command,
        [Spread] Versioned versioned,
        HeldReceipt? receipt,
        ContributionCommands commands,
        Authors authors,
        AuthorReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var context = await authors.ContextAsync(command.ContributionId, receipt, user, versioned, cancellation);
        var help = await commands.EditAsync(command, context, cancellation);
        return new EditedContribution(await reads.FindAsync(command.ContributionId, cancellation), help);
    }

    /// <summary>Take back what you wrote, at any time and without a reason. It does not come back.</summary>
    /// <param name="receipt">The receipt of something you wrote, when you have no account.</param>
    [AllowAnonymous, Error<StaleVersion>]
    public static async Task<OwnContribution?> WithdrawContributionAsync(
        [Spread, ID<OwnContribution>(nameof(WithdrawContribution.ContributionId))] WithdrawContribution command,
        [Spread] Versioned versioned,
        HeldReceipt? receipt,
        ContributionCommands commands,
        Authors authors,
        AuthorReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.WithdrawAsync(command, await authors.ContextAsync(command.ContributionId, receipt, user, versioned, cancellation), cancellation);
        return await reads.FindAsync(command.ContributionId, cancellation);
    }

    /// <summary>Ask for another person to look at a refusal of what you wrote. You can appeal once.</summary>
    /// <param name="receipt">The receipt of something you wrote, when you have no account.</param>
    [AllowAnonymous, Error<StaleVersion>]
    public static async Task<OwnContribution?> MakeAppealAsync(
        [Spread, ID<OwnContribution>(nameof(MakeAppeal.ContributionId))] MakeAppeal command,
        [Spread] Versioned versioned,
        HeldReceipt? receipt,
        ContributionCommands commands,
        Authors authors,
        AuthorReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AppealAsync(command, await authors.ContextAsync(command.ContributionId, receipt, user, versioned, cancellation), cancellation);
        return await reads.FindAsync(command.ContributionId, cancellation);
    }

    /// <summary>
    /// Ask for a person to look at what is shown. It needs no account, and nobody is told who asked. It takes nothing down by itself. That somebody may be in danger goes straight
    /// to the safeguarding lead, who may not see it at once: if somebody is in danger now, call 999.
    /// </summary>
    [AllowAnonymous]
    public static async Task<ThreadContribution?> ReportContributionAsync(
        [Spread, ID<ThreadContribution>(nameof(ReportContribution.ContributionId))] ReportContribution command,
        [Spread] Repeatable repeatable,
        ContributionCommands commands,
        ThreadReads reads,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        // Nobody in particular reports, whoever has signed in.
        await commands.ReportAsync(command, new CommandContext(Roles.Public, repeatable.IdempotencyKey), cancellation);
        return await reads.FindAsync(command.ContributionId, clock.LondonToday(), cancellation);
    }

    /// <summary>Support what somebody else said. Nobody is shown who supports it, and the number not before tomorrow.</summary>
    /// <param name="receipt">The receipt of something you wrote, when you have no account.</param>
    [AllowAnonymous]
    public static async Task<ThreadContribution?> SupportContributionAsync(
        [Spread, ID<ThreadContribution>(nameof(SupportContribution.ContributionId))] SupportContribution command,
        [Spread] Repeatable repeatable,
        HeldReceipt? receipt,
        ContributionCommands commands,
        Authors authors,
        ThreadReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var context = await authors.ContextAsync(receipt, user, new Versioned(null, repeatable.IdempotencyKey), cancellation);
        await commands.SupportAsync(command, context, cancellation);
        return await reads.FindAsync(command.ContributionId, clock.LondonToday(), cancellation);
    }

    /// <summary>Take back that you support something, while its topic is open. The number moves tomorrow. Null where what you supported is not shown for now.</summary>
    /// <param name="receipt">The receipt of something you wrote, when you have no account.</param>
    [AllowAnonymous]
    public static async Task<ThreadContribution?> WithdrawSupportAsync(
        [Spread, ID<ThreadContribution>(nameof(WithdrawSupport.ContributionId))] WithdrawSupport command,
        [Spread] Repeatable repeatable,
        HeldReceipt? receipt,
        ContributionCommands commands,
        Authors authors,
        ThreadReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var context = await authors.ContextAsync(receipt, user, new Versioned(null, repeatable.IdempotencyKey), cancellation);
        await commands.WithdrawSupportAsync(command, context, cancellation);
        return await reads.FindAsync(command.ContributionId, clock.LondonToday(), cancellation);
    }
}

/// <summary>What an author is told when they have changed their words.</summary>
/// <param name="Contribution">How it stands now.</param>
/// <param name="Help">Where to get help now; empty unless the words say that somebody may be at risk.</param>
public sealed record EditedContribution(OwnContribution? Contribution, IReadOnlyList<string> Help);
