namespace Engagement.Web.SignIn;

/// <summary>What came of a step of signing in by e-mail.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="ReturnTo">Where the person wanted to go, once they are signed in.</param>
/// <param name="RetryAfter">How long to wait, when there were too many tries.</param>
public sealed record SignInAnswer(SignInOutcome Outcome, string? ReturnTo = null, TimeSpan? RetryAfter = null);

public enum SignInOutcome
{
    /// <summary>A message is on its way, if the address is one.</summary>
    Sent,

    SignedIn,

    /// <summary>The address is theirs, and nobody has signed in with it before.</summary>
    AgeNeeded,

    /// <summary>The link is good, and this is not the browser that asked for it.</summary>
    OtherBrowser,

    AddressInvalid,

    CodeWrong,

    /// <summary>It is too late, it was used, or there were too many wrong codes.</summary>
    Over,

    /// <summary>The address or the network has asked too often.</summary>
    TooMany,
}
