namespace Engagement.Host;

/// <summary>Why the platform cannot start, in a sentence that says what to do. It is shown without a stack trace.</summary>
public sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause);
