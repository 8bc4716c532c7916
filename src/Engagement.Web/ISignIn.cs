using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web;

/// <summary>Signs people in and out. The host supplies it; without it the sign-in pages are not mapped.</summary>
public interface ISignIn
{
    SignInWays Ways { get; }

    /// <summary>Signs in as a role, in development only; the name tells apart those who are in one role.</summary>
    Task SignInAsync(HttpContext context, string role, string? name);

    /// <summary>Leads staff to their organisation's own sign-in, and back to an address of this site.</summary>
    IResult LeadToStaffSignIn(string returnTo);

    /// <summary>Sends a link and a code to an e-mail address. The answer is the same whether or not anybody here has that address.</summary>
    Task<SignInAnswer> AskAsync(HttpContext context, string address, bool isOwnDevice, string? returnTo, CancellationToken ct);

    /// <summary>Follows the link of a message.</summary>
    Task<SignInAnswer> FollowLinkAsync(HttpContext context, string token, CancellationToken ct);

    /// <summary>Takes the code of a message, in the browser that asked for it.</summary>
    Task<SignInAnswer> EnterCodeAsync(HttpContext context, string code, CancellationToken ct);

    /// <summary>Takes somebody in who has shown that an e-mail address is theirs and has not been here before.</summary>
    Task<SignInAnswer> JoinAsync(HttpContext context, string ageBand, CancellationToken ct);

    /// <summary>Where whoever asks is signed in, the newest first.</summary>
    Task<IReadOnlyList<OwnSession>> SessionsAsync(HttpContext context, CancellationToken ct);

    /// <summary>Ends one of one's own sessions.</summary>
    Task EndSessionAsync(HttpContext context, string id, CancellationToken ct);

    /// <summary>Signs out everywhere.</summary>
    Task EndAllSessionsAsync(HttpContext context, CancellationToken ct);

    Task SignOutAsync(HttpContext context);
}
