using Engagement.Participants;

namespace Engagement.SignIn;

/// <summary>What came of a step of signing in by e-mail.</summary>
public enum LinkOutcome
{
    /// <summary>They have shown that the address is theirs, and are known.</summary>
    Known,

    /// <summary>They have shown that the address is theirs, and nobody has signed in with it before.</summary>
    New,

    /// <summary>The link is good, and this is not the browser that asked.</summary>
    OtherBrowser,

    CodeWrong,

    /// <summary>There is none, it was used, it is too late, or there were too many wrong codes.</summary>
    Over,
}

/// <summary>A step of signing in by e-mail.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Participant">Who they are, once they are known.</param>
/// <param name="AgeBand">The age band they gave when they joined.</param>
/// <param name="IsOwnDevice">Whether they said that nobody else uses the device.</param>
/// <param name="ReturnTo">Where they wanted to go.</param>
public sealed record LinkStep(LinkOutcome Outcome, Guid? Participant = null, AgeBand? AgeBand = null, bool IsOwnDevice = false, string? ReturnTo = null);

/// <summary>The message that was asked for, queued. It holds neither the address nor a secret: whoever reads the queue learns nothing.</summary>
public sealed record SendSignInLink(Guid LinkId);
