using System.Security.Claims;
using System.Text.Encodings.Web;
using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Notifications;
using Engagement.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Api.SignIn;

/// <summary>
/// A person who signed in: the cookie carries a random token and nothing else, and what it stands for is in the database, so that ending a session
/// there ends it everywhere at the next request.
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<SessionAuthentication.Settings> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, SignInCommands commands, ReminderCommands reminders)
    : SignInAuthenticationHandler<SessionAuthentication.Settings>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token is not { Length: > 0 } token)
            return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(token, Context.RequestAborted) is not { } session)
            return AuthenticateResult.NoResult();

        // A browser says where a request comes from. With a session it is believed from our own pages only, also where a cookie would be sent along.
        return IsFromElsewhere(Request)
            ? AuthenticateResult.Fail("Pages of other sites may not use this sign-in.")
            : AuthenticateResult.Success(new AuthenticationTicket(
                SignedIn.As(session.ActorId, session.Claims.Select(claim => new Claim(claim.Type, claim.Value)).Append(new Claim(SignedIn.SessionClaim, $"{session.Id}")), SchemeName),
                new AuthenticationProperties { ExpiresUtc = session.EndsAt },
                SchemeName));
    }

    /// <summary>Begins a session under a token of its own. One that the browser had ends, so that whoever planted it is left outside.</summary>
    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        ArgumentNullException.ThrowIfNull(user);
        var actor = user.ActorId() ?? throw new InvalidOperationException("Whoever signs in needs a pseudonym.");
        await EndAsync();

        var ownDevice = properties?.IsPersistent == true;
        var (session, token) = await sessions.BeginAsync(
            actor,
            [.. user.Claims.Where(claim => claim.Type != ClaimTypes.NameIdentifier).Select(claim => new SessionClaim(claim.Type, claim.Value))],
            Devices.Describe(Request.Headers.UserAgent),
            ownDevice ? SessionLength.OwnDevice : SessionLength.Short,
            Context.RequestAborted);
        await reminders.KnowAsync(actor, Asker.Of(user).Permissions, Context.RequestAborted);
        Response.Cookies.Append(Options.Cookie.Name!, token, Options.Cookie.Until(Context, ownDevice ? session.EndsAt : null));
        Response.Headers.CacheControl = "no-store";
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        await EndAsync();
        Response.Cookies.Delete(Options.Cookie.Name!, Options.Cookie.Build(Context));
    }

    private string? Token => Request.Cookies[Options.Cookie.Name!];

    private async Task EndAsync()
    {
        // The very request that ends its session is still to be answered.
        (Context.Items[typeof(OpenConnections)] as IDisposable)?.Dispose();
        if (Token is { Length: > 0 } token && await sessions.FindAsync(token, Context.RequestAborted) is { } session)
        {
            await commands.EndSessionAsync(
                new EndSession(session.Id, session.ActorId), new CommandContext(Roles.Public, ActorId: session.ActorId), Context.RequestAborted);
        }
    }

    // Proxies end TLS before us, so the scheme is not compared. A link from elsewhere names no origin: it opens a page, and changes nothing.
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin]
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, AuthorityOf(request, from.Scheme), StringComparison.OrdinalIgnoreCase));

    // Without the port that goes without saying, as in an origin.
    private static string? AuthorityOf(HttpRequest request, string scheme) =>
        Uri.TryCreate($"{scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : null;

    internal sealed class Settings : AuthenticationSchemeOptions
    {
        public HostCookie Cookie { get; set; } = new("session", bound: true);
    }
}
