namespace Engagement.Web.SignIn;

/// <summary>What was filled in on the sign-in page, of whichever of its forms.</summary>
public sealed record SignInForm
{
    public string? ReturnTo { get; init; }

    public string? Email { get; init; }

    public bool IsOwnDevice { get; init; }

    public string? Role { get; init; }

    public string? Name { get; init; }
}
