using Microsoft.AspNetCore.Http;

namespace Engagement.Web;

/// <summary>Signs a person in as a role. The host supplies it; without it the sign-in page is not mapped.</summary>
public interface ISignIn
{
    Task SignInAsync(HttpContext context, string role);

    Task SignOutAsync(HttpContext context);
}
