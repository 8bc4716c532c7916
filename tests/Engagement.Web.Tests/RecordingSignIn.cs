using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Tests;

/// <summary>Signs nobody in, remembers what was asked, and answers what a test says.</summary>
internal sealed class RecordingSignIn(bool roles) : ISignIn
{
    public SignInWays Ways { get; set; } = new(Roles: roles);

    public List<string> Roles { get; } = [];

    /// <summary>The steps by e-mail, each as the word that was sent with it.</summary>
    public List<string> Steps { get; } = [];

    public SignInAnswer Answer { get; set; } = new(SignInOutcome.Sent);

    public List<OwnSession> Sessions { get; } = [];

    public List<string> Ended { get; } = [];

    /// <summary>Whether whoever visits is signed in.</summary>
    public bool IsSignedIn { get; set; }

    public int SignedOut { get; private set; }

    public Task SignInAsync(HttpContext context, string role, string? name)
    {
        Roles.Add(name is null ? role : $"{role}/{name}");
        return Task.CompletedTask;
    }

    public IResult LeadToStaffSignIn(string returnTo) => Results.Redirect($"https://staff.example.test/?return={Uri.EscapeDataString(returnTo)}");

    public Task<SignInAnswer> AskAsync(HttpContext context, string address, bool isOwnDevice, string? returnTo, CancellationToken ct) =>
        StepAsync($"ask {address}{(isOwnDevice ? " own device" : "")}");

    public Task<SignInAnswer> FollowLinkAsync(HttpContext context, string token, CancellationToken ct) => StepAsync($"link {token}");

    public Task<SignInAnswer> EnterCodeAsync(HttpContext context, string code, CancellationToken ct) => StepAsync($"code {code}");

    public Task<SignInAnswer> JoinAsync(HttpContext context, string ageBand, CancellationToken ct) => StepAsync($"age {ageBand}");

    public Task<IReadOnlyList<OwnSession>> SessionsAsync(HttpContext context, CancellationToken ct) => Task.FromResult<IReadOnlyList<OwnSession>>(Sessions);

    public Task EndSessionAsync(HttpContext context, string id, CancellationToken ct)
    {
        Ended.Add(id);
        return Task.CompletedTask;
    }

    public Task EndAllSessionsAsync(HttpContext context, CancellationToken ct)
    {
        Ended.Add("all");
        return Task.CompletedTask;
    }

    public Task SignOutAsync(HttpContext context)
    {
        SignedOut++;
        IsSignedIn = false;
        return Task.CompletedTask;
    }

    private Task<SignInAnswer> StepAsync(string step)
    {
        Steps.Add(step);
        return Task.FromResult(Answer);
    }
}
