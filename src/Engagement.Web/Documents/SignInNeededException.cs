namespace Engagement.Web.Documents;

/// <summary>The page asked for something that only people who have signed in may see.</summary>
public sealed class SignInNeededException() : Exception("Sign in to see this.");
