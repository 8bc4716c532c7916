using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.SignIn;
using Engagement.Common;
using Engagement.Forums;
using Engagement.Surveys;

namespace Engagement.Api.Forums;

/// <summary>Who acts as an author in forums: whoever signed in and may, or whoever shows the receipt of something they wrote.</summary>
public sealed class Authors(AuthorReads reads, ShownReceipts receipts)
{
    /// <summary>The author's pseudonym; null when nobody can be told.</summary>
    /// <exception cref="RuleRefusedException">There is no such receipt, or there were too many wrong ones.</exception>
    public async Task<Guid?> FindAsync(HeldReceipt? receipt, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (receipt is null)
            return user.May(Permissions.ChangeOwnContributions) ? user.ActorId() : null;

        var author = await reads.FindByReceiptAsync(receipt.Reference, receipt.Secret, cancellation) ?? throw new RuleRefusedException(ReceiptReads.NotFound);
        receipts.Add(author);
        return author;
    }

    /// <summary>The conditions of a command that an author sends.</summary>
    /// <exception cref="RuleRefusedException">There is no such receipt, or nobody can be told.</exception>
    public async Task<CommandContext> ContextAsync(HeldReceipt? receipt, ClaimsPrincipal user, Versioned versioned, CancellationToken cancellation) =>
        user.Context(Permissions.ChangeOwnContributions, versioned) with { ActorId = await FindAsync(receipt, user, cancellation) };

    /// <summary>The same, for a command about something that they wrote: what is another's might as well not be there.</summary>
    /// <exception cref="RuleRefusedException">There is no such receipt, or nobody can be told.</exception>
    /// <exception cref="ThingNotFoundException">There is no such contribution, or it is another's.</exception>
    public async Task<CommandContext> ContextAsync(
        Guid contribution, HeldReceipt? receipt, ClaimsPrincipal user, Versioned versioned, CancellationToken cancellation)
    {
        var context = await ContextAsync(receipt, user, versioned, cancellation);
        var author = Acting.From(context).Id;
        return await reads.FindAsync(contribution, cancellation) is { } own && own.AuthorId == author
            ? context
            : throw new ThingNotFoundException("contribution", contribution);
    }
}
