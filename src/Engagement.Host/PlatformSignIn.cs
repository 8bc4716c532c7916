using Engagement.Api.SignIn;
using Engagement.SignIn;
using Engagement.Web;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Authentication;

namespace Engagement.Host;

/// <summary>What the sign-in pages ask for, carried out by the platform.</summary>
internal sealed class PlatformSignIn(SignInSettings settings, Sessions sessions, Pseudonyms pseudonyms) : ISignIn
{
    public SignInWays Ways { get; } = new(Roles: settings.AllowsDevelopment, Staff: settings.Staff is not null);

    public Task SignInAsync(HttpContext context, string role, string? name) => settings.AllowsDevelopment
        ? context.SignInAsync(DevelopmentAuthentication.PrincipalFor(pseudonyms, role, name, DevelopmentAuthentication.SchemeName))
        : throw new InvalidOperationException("Nobody chooses a role outside development.");

    public IResult LeadToStaffSignIn(string returnTo) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = returnTo }, [StaffSignIn.SchemeName]);

    public Task<SignInAnswer> AskAsync(HttpContext context, string address, bool isOwnDevice, string? returnTo, CancellationToken ct) =>
        Task.FromResult(new SignInAnswer(SignInOutcome.Over));

    public Task<SignInAnswer> FollowLinkAsync(HttpContext context, string token, CancellationToken ct) => Task.FromResult(new SignInAnswer(SignInOutcome.Over));

    public Task<SignInAnswer> EnterCodeAsync(HttpContext context, string code, CancellationToken ct) => Task.FromResult(new SignInAnswer(SignInOutcome.Over));

    public Task<SignInAnswer> JoinAsync(HttpContext context, string ageBand, CancellationToken ct) => Task.FromResult(new SignInAnswer(SignInOutcome.Over));

    public async Task<IReadOnlyList<OwnSession>> SessionsAsync(HttpContext context, CancellationToken ct) =>
        context.User.SessionId() is { } current && context.User.ActorId() is { } actor
            ? [.. (await sessions.ListAsync(actor, ct)).Select(session => new OwnSession($"{session.Id}", session.Device, session.BegunAt, session.LastSeenAt, session.Id == current))]
            : [];

    public async Task EndSessionAsync(HttpContext context, string id, CancellationToken ct)
    {
        if (context.User.ActorId() is { } actor && Guid.TryParse(id, out var session))
            await sessions.EndAsync(session, actor, ct);
    }

    public async Task EndAllSessionsAsync(HttpContext context, CancellationToken ct)
    {
        if (context.User.ActorId() is { } actor)
            await sessions.EndAllAsync(actor, ct);
        await context.SignOutAsync();
    }

    public Task SignOutAsync(HttpContext context) => context.SignOutAsync();
}
