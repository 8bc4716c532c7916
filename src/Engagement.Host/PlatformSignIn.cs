using System.Security.Claims;
using Engagement.Api.SignIn;
using Engagement.Common;
using Engagement.Host.Mail;
using Engagement.Participants;
using Engagement.SignIn;
using Engagement.Web;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Authentication;

namespace Engagement.Host;

/// <summary>What the sign-in pages ask for, carried out by the platform.</summary>
internal sealed class PlatformSignIn(
    SignInSettings settings,
    MailSettings mail,
    Sessions sessions,
    SignInCommands commands,
    SignInLinks links,
    Attempts attempts,
    ICaller caller,
    Pseudonyms pseudonyms) : ISignIn
{
    // Ties a link to the browser that asked for it.
    private readonly HostCookie _asked = new("sign-in", bound: !settings.IsDevelopment);

    public SignInWays Ways { get; } = new(settings.AllowsDevelopment, settings.Staff is not null, mail.Works, mail.Folder);

    public Task SignInAsync(HttpContext context, string role, string? name) => settings.AllowsDevelopment
        ? context.SignInAsync(DevelopmentAuthentication.PrincipalFor(pseudonyms, role, name, DevelopmentAuthentication.SchemeName))
        : throw new InvalidOperationException("Nobody chooses a role outside development.");

    public IResult LeadToStaffSignIn(string returnTo) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = returnTo }, [StaffSignIn.SchemeName]);

    public async Task<SignInAnswer> AskAsync(HttpContext context, string address, bool isOwnDevice, string? returnTo, CancellationToken ct)
    {
        if (EmailAddress.Normalise(address) is not { } normalised)
            return new SignInAnswer(SignInOutcome.AddressInvalid);
        if (caller.NetworkAddress is { } network && await attempts.SpendAsync(AttemptBudget.MessagesFromNetwork, network, ct) is { } networkWait)
            return new SignInAnswer(SignInOutcome.TooMany, RetryAfter: networkWait);
        if (await attempts.SpendAsync(AttemptBudget.MessagesToAddress, normalised, ct) is { } wait)
            return new SignInAnswer(SignInOutcome.TooMany, RetryAfter: wait);

        var browser = await links.AskAsync(normalised, isOwnDevice, returnTo, ct);
        context.Response.Cookies.Append(_asked.Name!, browser, _asked.Build(context));
        return new SignInAnswer(SignInOutcome.Sent);
    }

    public async Task<SignInAnswer> FollowLinkAsync(HttpContext context, string token, CancellationToken ct) =>
        await GoOnAsync(context, await links.FollowAsync(token, BrowserOf(context), ct));

    public async Task<SignInAnswer> EnterCodeAsync(HttpContext context, string code, CancellationToken ct) =>
        await GoOnAsync(context, await links.EnterAsync(code, BrowserOf(context), ct));

    public async Task<SignInAnswer> JoinAsync(HttpContext context, string ageBand, CancellationToken ct) =>
        await GoOnAsync(context, await links.JoinAsync(Enum.Parse<AgeBand>(ageBand), BrowserOf(context), ct));

    public async Task<IReadOnlyList<OwnSession>> SessionsAsync(HttpContext context, CancellationToken ct) =>
        context.User.SessionId() is { } current && context.User.ActorId() is { } actor
            ? [.. (await sessions.ListAsync(actor, ct)).Select(session => new OwnSession($"{session.Id}", session.Device, session.BegunAt, session.LastSeenAt, session.Id == current))]
            : [];

    public async Task EndSessionAsync(HttpContext context, string id, CancellationToken ct)
    {
        if (context.User.ActorId() is { } actor && Guid.TryParse(id, out var session))
            await commands.EndSessionAsync(new EndSession(session, actor), new CommandContext(Api.Authorization.Roles.Public, ActorId: actor), ct);
    }

    public async Task EndAllSessionsAsync(HttpContext context, CancellationToken ct)
    {
        await context.SignOutAsync();
        if (context.User.ActorId() is { } actor)
            await commands.EndSessionsAsync(new EndSessions(actor), new CommandContext(Api.Authorization.Roles.Public, ActorId: actor), ct);
    }

    public Task SignOutAsync(HttpContext context) => context.SignOutAsync();

    private string? BrowserOf(HttpContext context) => context.Request.Cookies[_asked.Name!];

    private async Task<SignInAnswer> GoOnAsync(HttpContext context, LinkStep step)
    {
        if (step is not { Outcome: LinkOutcome.Known, Participant: { } participant })
        {
            return new SignInAnswer(step.Outcome switch
            {
                LinkOutcome.New => SignInOutcome.AgeNeeded,
                LinkOutcome.OtherBrowser => SignInOutcome.OtherBrowser,
                LinkOutcome.CodeWrong => SignInOutcome.CodeWrong,
                _ => SignInOutcome.Over,
            });
        }

        context.Response.Cookies.Delete(_asked.Name!, _asked.Build(context));
        var person = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, $"{participant}"),
                new Claim(ClaimTypes.Role, step.AgeBand is AgeBand.Over25 ? Api.Authorization.Roles.ParentOrCarer : Api.Authorization.Roles.YoungPerson),
            ],
            "Email");
        await context.SignInAsync(new ClaimsPrincipal(person), new AuthenticationProperties { IsPersistent = step.IsOwnDevice });
        return new SignInAnswer(SignInOutcome.SignedIn, step.ReturnTo);
    }
}
