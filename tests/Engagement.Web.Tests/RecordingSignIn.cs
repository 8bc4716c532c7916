using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Tests;

internal sealed class RecordingSignIn : ISignIn
{
    public List<string> Roles { get; } = [];

    public int SignedOut { get; private set; }

    public Task SignInAsync(HttpContext context, string role)
    {
        Roles.Add(role);
        return Task.CompletedTask;
    }

    public Task SignOutAsync(HttpContext context)
    {
        SignedOut++;
        return Task.CompletedTask;
    }
}
