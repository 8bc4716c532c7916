namespace Engagement.Web.SignIn;

/// <summary>The ways to sign in that this platform offers.</summary>
/// <param name="Roles">Choosing a role, in development only.</param>
/// <param name="Staff">The organisation's own sign-in.</param>
/// <param name="Email">A link by e-mail.</param>
/// <param name="MailFolder">Where messages are written instead of being sent, in development without a mail server.</param>
public sealed record SignInWays(bool Roles = false, bool Staff = false, bool Email = false, string? MailFolder = null);
