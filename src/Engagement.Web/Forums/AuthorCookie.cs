using Engagement.Web.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Forums;

/// <summary>
/// Remembers, while the browser is open, the receipt of what somebody wrote who has no account: they go on under the same name without typing it again, and
/// it never stands in an address.
/// </summary>
internal sealed class AuthorCookie(IDataProtectionProvider protection)
{
    private readonly SealedCookie<HeldReceipt> _held = new("forum-author", Links.Pact, protection.CreateProtector("Engagement.Web.ForumAuthor"));

    public HeldReceipt? Read(HttpContext context) => _held.Read(context);

    public void Write(HttpContext context, HeldReceipt receipt) => _held.Write(context, receipt);

    public void Clear(HttpContext context) => _held.Clear(context);
}

/// <summary>The receipt of something that somebody wrote, and what they were told when they had sent it, until they have read that.</summary>
public sealed record HeldReceipt(string Reference, string Secret, JustSent? Sent = null);

/// <summary>What an author is told at once.</summary>
public sealed record JustSent(string Forum, string Topic, string Handle, ContributionState State, string? Reason, IReadOnlyList<string> Help, bool IsSignedIn);
